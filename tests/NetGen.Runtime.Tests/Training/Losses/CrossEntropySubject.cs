using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>The gradients of a cross-entropy and the digits of its sum, for vectors of one width.</summary>
internal sealed class CrossEntropySubject<TTarget, TRow>(float smoothing, LossCase example, CrossEntropySubject<TTarget, TRow>.Read targets)
    : EveryWidth.ISubject
    where TRow : ITargetRow<TTarget, TRow>, allows ref struct
{
    public delegate ReadOnlySpan<TTarget> Read(LossCase example);

    public float[] Result<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        BatchSpan outputs = example.OutputBatch;
        SoftmaxCrossEntropySum<TTarget, TRow> work =
            new(smoothing, ignored: null, outputs, targets(example), example.GradientBatch, before: 0, outputs.Rows);
        work.Run<TSimd, TVector>();
        return [.. example.Gradients, (float)work.Sum, (float)(work.Sum - (float)work.Sum)];
    }
}
