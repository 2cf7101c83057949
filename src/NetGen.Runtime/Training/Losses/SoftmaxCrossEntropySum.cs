using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The sum of softmax cross-entropy over rows, and the gradient of its mean. 1,024 columns of a row are summed in 16 lanes of float
/// (lane = column mod 16), folded 16, 8, 4, 2, 1; such blocks and rows are summed in order, in double.
/// </summary>
/// <typeparam name="TTarget">What targets are written as.</typeparam>
/// <typeparam name="TRow">How a row of them is read.</typeparam>
internal ref struct SoftmaxCrossEntropySum<TTarget, TRow>(
    float smoothing, int? ignored, BatchSpan outputs, ReadOnlySpan<TTarget> targets, BatchSpan gradients, double before, int? counted)
    : IVectorized
    where TRow : ITargetRow<TTarget, TRow>, allows ref struct
{
    private readonly float kept = 1 - smoothing;
    private readonly float spread = smoothing / outputs.Width;
    private readonly BatchSpan outputs = outputs;
    private readonly ReadOnlySpan<TTarget> targets = targets;
    private readonly BatchSpan gradients = gradients;

    private readonly bool withGradients = counted is not null;

    public double Sum { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> lanes = stackalloc float[3 * Lanes.Count];
        Span<float> outputRest = stackalloc float[Lanes.Count];
        Span<float> targetRest = stackalloc float[Lanes.Count];
        targetRest.Clear();
        double sum = before;
        TVector scale = TSimd.Create(1f / counted.GetValueOrDefault());

        for (int row = 0; row < outputs.Rows; row++)
        {
            if (TRow.IsIgnored(targets, row, ignored))
            {
                if (withGradients)
                    gradients[row].Clear();
                continue;
            }

            // Past the last column, an output that is finite and no new maximum.
            outputRest.Fill(outputs[row][0]);
            LaneRow output = new(outputs[row], outputRest);
            TRow target = TRow.Of(targets, row, outputs.Width, targetRest);
            ref float g = ref withGradients ? ref MemoryMarshal.GetReference(gradients[row]) : ref Unsafe.NullRef<float>();

            float largest = Largest<TSimd, TVector>(output, lanes);
            RowSums sums = Sums<TSimd, TVector>(output, target, largest, lanes, ref g);
            sum += 2 * sums.WeightedHalves + sums.Targets * PortableMath.Log(sums.Exponentials);
            if (withGradients)
                FinishGradient<TSimd, TVector>(target, sums, scale, ref g);
        }

        Sum = sum;
    }

    // The maximum may pass over a NaN; its exponential is NaN again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly float Largest<TSimd, TVector>(LaneRow output, Span<float> lanes)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector largest = output.Load<TSimd, TVector>(0);
        for (int column = TSimd.Count; column < outputs.Width; column += TSimd.Count)
        {
            TVector y = output.Load<TSimd, TVector>(column);
            largest = TSimd.Select(TSimd.LessThan(largest, y), y, largest);
        }

        TSimd.Store(largest, ref lanes[0]);
        float result = lanes[0];
        foreach (float lane in lanes[1..TSimd.Count])
            result = lane > result ? lane : result;
        return result;
    }

    /// <summary>The sums of a row. Where gradients are wanted, it leaves the exponentials in their place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly RowSums Sums<TSimd, TVector>(LaneRow output, TRow target, float largest, Span<float> lanes, ref float g)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        RowSums sums = default;
        for (int start = 0; start < outputs.Width; start += Lanes.BlockColumns)
            sums += BlockSums<TSimd, TVector>(output, target, start, largest, lanes, ref g);
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly RowSums BlockSums<TSimd, TVector>(
        LaneRow output, TRow target, int start, float largest, Span<float> lanes, ref float g)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> exponentialLanes = lanes[..Lanes.Count];
        Span<float> targetLanes = lanes[Lanes.Count..(2 * Lanes.Count)];
        Span<float> halfLanes = lanes[(2 * Lanes.Count)..];
        TVector zero = TSimd.Create(0f);
        int end = Math.Min(outputs.Width, start + Lanes.BlockColumns);
        for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
        {
            TVector exponentials = zero;
            TVector targetSum = zero;
            TVector halves = zero;
            for (int column = start + lane; column < end; column += Lanes.Count)
            {
                TVector inside = Inside<TSimd, TVector>(column);
                TVector y = output.Load<TSimd, TVector>(column);
                TVector t = TSimd.Select(inside, Smoothed<TSimd, TVector>(target, column), zero);
                TVector exponential = Exp.Value<TSimd, TVector>(
                    Exp.Clamp<TSimd, TVector>(TSimd.Subtract(y, TSimd.Create(largest)), Exp.Domain));
                exponential = TSimd.Select(inside, exponential, zero);
                TVector half = TSimd.FusedMultiplyAdd(TSimd.Create(-0.5f), y, TSimd.Create(0.5f * largest));

                exponentials = TSimd.Add(exponentials, exponential);
                targetSum = TSimd.Add(targetSum, t);
                halves = TSimd.FusedMultiplyAdd(t, half, halves);
                if (withGradients)
                    TSimd.Store(exponential, ref Unsafe.Add(ref g, column));
            }

            TSimd.Store(exponentials, ref exponentialLanes[lane]);
            TSimd.Store(targetSum, ref targetLanes[lane]);
            TSimd.Store(halves, ref halfLanes[lane]);
        }

        return new RowSums(Lanes.Fold(exponentialLanes), Lanes.Fold(targetLanes), Lanes.Fold(halfLanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void FinishGradient<TSimd, TVector>(TRow target, RowSums sums, TVector scale, ref float g)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector normalizer = TSimd.Create((float)(sums.Targets / sums.Exponentials));
        for (int column = 0; column < outputs.Width; column += TSimd.Count)
        {
            ref float place = ref Unsafe.Add(ref g, column);
            TVector expected = TSimd.Multiply(TSimd.Load(ref place), normalizer);
            TVector gradient = TSimd.Multiply(scale, TSimd.Subtract(expected, Smoothed<TSimd, TVector>(target, column)));
            TSimd.Store(TSimd.Select(Inside<TSimd, TVector>(column), gradient, TSimd.Create(0f)), ref place);
        }
    }

    // Where nothing is smoothed, t · 1 + 0 is t.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TVector Smoothed<TSimd, TVector>(TRow target, int column)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.FusedMultiplyAdd(target.Load<TSimd, TVector>(column), TSimd.Create(kept), TSimd.Create(spread));

    // Padding stays zero, even in a row of NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TVector Inside<TSimd, TVector>(int column)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.LessThan(TSimd.Indices, TSimd.Create(outputs.Width - column));

    /// <param name="Exponentials"><c>Σ exp(y - m)</c>.</param>
    /// <param name="Targets"><c>Σ t</c>.</param>
    /// <param name="WeightedHalves"><c>Σ t (m - y) / 2</c>.</param>
    private readonly record struct RowSums(double Exponentials, double Targets, double WeightedHalves)
    {
        public static RowSums operator +(RowSums a, RowSums b) =>
            new(a.Exponentials + b.Exponentials, a.Targets + b.Targets, a.WeightedHalves + b.WeightedHalves);
    }
}
