using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Prediction: a block of some 64 rows, and of eight examples at least, goes through all layers before the next one starts, so that its
/// activations stay in the cache where an example's do.
/// </summary>
internal static class Prediction
{
    // Small images are convolved some at a time.
    private const int BlockRows = 64, LeastExamples = 8;

    // Each thread has its own, kept from one prediction to the next.
    [ThreadStatic]
    private static Slab? memory;
    [ThreadStatic]
    private static float[]? inputCopy;
    [ThreadStatic]
    private static float[]? outputCopy;

    // Optimised from the first call, as the kernels are: around a small network this is most of the work.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TNetwork>(TNetwork network, in Inputs inputs, Span<float> outputs)
        where TNetwork : class, INetwork
    {
        int rows = Rows<TNetwork>(inputs, outputs);
        OutputCopy copy = new(outputs);
        Run(network, inputs, rows, ref copy);
    }

    /// <summary>Predicts examples, whose number has been checked, and hands their outputs over block by block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TNetwork, TSink>(TNetwork network, in Inputs inputs, int rows, ref TSink sink)
        where TNetwork : class, INetwork
        where TSink : struct, IPredictionSink, allows ref struct
    {
        NetworkInfo info = TNetwork.Info;
        SlowCode<TNetwork>.TellOnce();
        MemoryPlan plan = info.Memory;
        int front = plan.PredictionScratch + plan.PredictionPerBatch;
        int most = (Slab.MaxLength - front) / plan.PredictionPerExample;
        int blockRows = Math.Max(1, Math.Min(most, Math.Max(LeastExamples, BlockRows / info.InputPositions)));
        Slab slab = Memory(front + blockRows * plan.PredictionPerExample);
        ref float parameters = ref network.Parameters.Origin;
        ref float activations = ref Unsafe.Add(ref slab.Origin, front);
        for (int start = 0; start < rows; start += blockRows)
        {
            int count = Math.Min(blockRows, rows - start);
            inputs.Slice(info, start, count).CopyTo(info, ref activations, plan.Prediction.Input, plan.Lengths.Prediction);
            TNetwork.Infer(ref parameters, ref slab.Origin, ref activations, RowRange.All(count));
            BatchSpan outputs = new(
                ref Unsafe.Add(ref activations, (nint)plan.Prediction.Output * count), count * info.OutputPositions, info.OutputWidth);
            sink.Take(outputs, start * info.OutputPositions);
        }
    }

    /// <summary>Inputs example by example: their own memory or, where it has gaps or another order, a copy that is this thread's.</summary>
    public static ReadOnlySpan<float> InOrder(in ReadOnlyTensorSpan<float> inputs) => TensorMemory.Of(inputs, ref inputCopy);

    /// <summary>The number of rows, if inputs and outputs have as many.</summary>
    /// <exception cref="ArgumentException">They have not, or they overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Rows<TNetwork>(in Inputs inputs, ReadOnlySpan<float> outputs)
        where TNetwork : class, INetwork
    {
        NetworkInfo info = TNetwork.Info;
        int rows = Examples.Count(info, inputs);
        Examples.RequireRows(outputs.Length, rows, info.OutputLength, info.OutputShape, nameof(outputs));
        if (inputs.Values.Overlaps(outputs))
            RequireSamePlace(inputs.Values, outputs, info);
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

        ReadOnlySpan<float> source = InOrder(inputs);
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

    private static Slab Memory(int length) => memory is { } kept && kept.Length >= length ? kept : memory = new Slab(length);
}
