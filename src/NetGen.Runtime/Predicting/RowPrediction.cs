using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// A prediction of one vector, in memory of its own. Around a small network, what has to be asked and looked up takes longer than the
/// kernels; here all of it is settled beforehand.
/// </summary>
internal sealed unsafe class RowPrediction
{
    private readonly int inputLength;
    private readonly int outputLength;
    private readonly Slab parameters;
    private readonly Slab memory;
    private readonly int activations;
    private readonly int input;
    private readonly int output;
    private readonly delegate*<ref float, ref float, ref float, RowRange, void> infer;

    private RowPrediction(NetworkInfo network, Slab parameters, delegate*<ref float, ref float, ref float, RowRange, void> infer)
    {
        MemoryPlan plan = network.Memory;
        inputLength = network.InputLength;
        outputLength = network.OutputLength;
        activations = plan.PredictionScratch + plan.PredictionPerBatch;
        memory = new Slab(activations + plan.PredictionPerExample);
        input = activations + plan.Prediction.Input;
        output = activations + plan.Prediction.Output;
        this.parameters = parameters;
        this.infer = infer;
    }

    /// <summary>None for tokens, images and sequences.</summary>
    public static RowPrediction? Of<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork
    {
        NetworkInfo info = TNetwork.Info;
        return info.Vocabulary is null && info.InputPositions == 1 && info.OutputPositions == 1 && info.Memory.Lengths.Prediction < 0
            ? new RowPrediction(info, network.Parameters.Slab, &TNetwork.Infer)
            : null;
    }

    /// <summary>Whether these are one vector and room for its outputs, apart from it or in its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Takes(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs) =>
        inputs.Length == inputLength && outputs.Length == outputLength && !OverlapsElsewhere(inputs, outputs);

    // Two comparisons, where MemoryExtensions.Overlaps asks more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool OverlapsElsewhere(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs)
    {
        nint distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(outputs));
        return distance > -(nint)sizeof(float) * outputs.Length && distance < (nint)sizeof(float) * inputs.Length
            && (distance != 0 || inputs.Length != outputs.Length);
    }

    /// <summary>Predicts what <see cref="Takes"/> has accepted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ref float origin = ref memory.Origin;
        Span<float> first = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref origin, input), Layout.RowStride(inputLength));
        inputs.CopyTo(first);
        // The buffer may have held something else meanwhile.
        if (first.Length > inputLength)
            first[inputLength..].Clear();
        infer(ref parameters.Origin, ref origin, ref Unsafe.Add(ref origin, activations), RowRange.All(1));
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, output), outputLength).CopyTo(outputs);
    }
}
