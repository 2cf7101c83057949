using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Prediction: a block of some 64 rows, and of one example at least, goes through all layers before the next one starts, so that its
/// activations stay in the cache where an example's do.
/// </summary>
internal static class Prediction
{
    private const int BlockRows = 64;

    // Each thread has its own, kept from one prediction to the next.
    [ThreadStatic]
    private static Slab? slabOfThread;
    [ThreadStatic]
    private static float[]? inputCopy;
    [ThreadStatic]
    private static float[]? outputCopy;

    // Optimised from the first call, as the kernels are: around a small network this is most of the work.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs)
        where TNetwork : class, INetwork
    {
        NetworkInfo info = TNetwork.Info;
        int rows = Rows<TNetwork>(inputs, outputs);
        SlowCode<TNetwork>.TellOnce();
        MemoryPlan memory = info.Memory;
        int blockRows = (int)Math.Clamp(BlockRows / info.InputPositions, 1, (long)Slab.MaxLength / memory.PredictionPerExample);
        Slab slab = Activations(memory.PredictionPerBatch + blockRows * memory.PredictionPerExample);
        ref float activations = ref Unsafe.Add(ref slab.Origin, memory.PredictionPerBatch);
        ref float parameters = ref network.Parameters.Origin;
        for (int start = 0; start < rows; start += blockRows)
        {
            int count = Math.Min(blockRows, rows - start);
            Examples.CopyInputs(
                info, inputs.Slice(start * info.InputLength, count * info.InputLength),
                ref Unsafe.Add(ref activations, (nint)memory.Prediction.Input * count));
            TNetwork.Infer(ref parameters, ref activations, RowRange.All(count));
            Buffer(ref activations, memory.Prediction.Output, count, info.OutputPositions, info.OutputWidth)
                .CopyTo(outputs.Slice(start * info.OutputLength, count * info.OutputLength));
        }
    }

    /// <summary>The number of rows, if inputs and outputs have as many.</summary>
    /// <exception cref="ArgumentException">They have not, or they overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Rows<TNetwork>(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs)
        where TNetwork : class, INetwork
    {
        NetworkInfo info = TNetwork.Info;
        int rows = Examples.Count(inputs.Length, info.InputLength, info.InputShape, nameof(inputs));
        Examples.RequireRows(outputs.Length, rows, info.OutputLength, info.OutputShape, nameof(outputs));
        if (inputs.Overlaps(outputs))
            RequireSamePlace(inputs, outputs, info);
        return rows;
    }

    public static void Run<TNetwork>(TNetwork network, in ReadOnlyTensorSpan<float> inputs, in TensorSpan<float> outputs)
        where TNetwork : class, INetwork
    {
        NetworkInfo info = TNetwork.Info;
        Examples.RequireShape(inputs.Lengths, info.InputShape, nameof(inputs));
        Examples.RequireShape(outputs.Lengths, info.OutputShape, nameof(outputs));
        if (inputs.Lengths[0] != outputs.Lengths[0])
        {
            throw new ArgumentException(
                $"outputs: expected as many rows as the inputs have, {inputs.Lengths[0]}, got {outputs.Lengths[0]}.", nameof(outputs));
        }

        ReadOnlySpan<float> source = TensorMemory.Of(inputs, ref inputCopy);
        int length = checked((int)outputs.FlattenedLength);
        if (outputs.IsDense)
        {
            Run(network, source, MemoryMarshal.CreateSpan(ref outputs.GetPinnableReference(), length));
            return;
        }

        TensorMemory.Grow(ref outputCopy, length);
        Span<float> result = outputCopy.AsSpan(0, length);
        Run(network, source, result);
        new ReadOnlyTensorSpan<float>(result, outputs.Lengths).CopyTo(outputs);
    }

    private static void RequireSamePlace(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs, NetworkInfo info)
    {
        inputs.Overlaps(outputs, out int distance);
        if (distance != 0 || info.InputLength != info.OutputLength)
        {
            throw new ArgumentException(
                $"outputs: expected memory apart from the inputs, got {distance} floats after their start "
                + $"(an input has {info.InputLength} floats, an output {info.OutputLength}): "
                + "the outputs of one block of rows would overwrite inputs of the next. "
                + "Only where both are equal may outputs replace inputs in place.",
                nameof(outputs));
        }
    }

    private static BatchSpan Buffer(ref float activations, int offset, int rows, int positions, int width) =>
        new(ref Unsafe.Add(ref activations, (nint)offset * rows), rows * positions, width);

    private static Slab Activations(int length) =>
        slabOfThread is { } kept && kept.Length >= length ? kept : slabOfThread = new Slab(length);
}
