using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Cross-entropy between the softmax <c>p</c> of the outputs and targets <c>t</c> that are the probabilities of classes:
/// the mean over rows of <c>-Σ t log p</c> (PyTorch's <c>CrossEntropyLoss</c> with probabilities). With <c>m</c>, the largest output of a
/// row, and <c>S = Σ exp(y - m)</c>, <c>-log p = (m - y) + log S</c>: neither summand is negative, and none overflows, because <c>m - y</c>
/// is added up by halves. Its gradient is <c>(p Σt - t) / rows</c>, which is <c>(p - t) / rows</c> where targets add up to 1. 1,024 columns
/// of a row are summed in 16 lanes of float (lane = column mod 16), folded 16, 8, 4, 2, 1; such blocks and rows are summed in order, in
/// double.
/// </summary>
public readonly struct SoftmaxCrossEntropy : ILoss
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 2.</exception>
    public int TermsPerRow(int width) => width >= 2
        ? 1
        : throw new ArgumentOutOfRangeException(nameof(width), width,
            "Softmax cross-entropy: expected at least 2 outputs, one for each class, because the softmax of a single one is always 1. "
                + $"For two classes in one output there is {nameof(BinaryCrossEntropyWithLogits)}.");

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> has another number of values.</exception>
    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        LossArguments.CheckTargets(outputs, targets);
        Work work = new(outputs, targets, default, withGradients: false);
        work.Run();
        return work.Sum;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> or <paramref name="gradients"/> has another shape.</exception>
    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients)
    {
        LossArguments.CheckTargets(outputs, targets);
        LossArguments.CheckGradients(outputs, gradients);
        Work work = new(outputs, targets, gradients, withGradients: true);
        work.Run();
        return work.Sum;
    }

    internal ref struct Work(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients, bool withGradients) : IVectorized
    {
        private readonly BatchSpan outputs = outputs;
        private readonly ReadOnlySpan<float> targets = targets;
        private readonly BatchSpan gradients = gradients;

        public double Sum { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int width = outputs.Width;
            Span<float> lanes = stackalloc float[3 * Lanes.Count];
            Span<float> outputRest = stackalloc float[Lanes.Count];
            Span<float> targetRest = stackalloc float[Lanes.Count];
            targetRest.Clear();
            double sum = 0;

            for (int row = 0; row < outputs.Rows; row++)
            {
                // Past the last column, an output that is finite and no new maximum; its target is 0.
                outputRest.Fill(outputs[row][0]);
                LaneRow output = new(outputs[row], outputRest);
                LaneRow target = new(targets.Slice(row * width, width), targetRest);
                ref float g = ref withGradients ? ref MemoryMarshal.GetReference(gradients[row]) : ref Unsafe.NullRef<float>();

                float largest = Largest<TSimd, TVector>(output, lanes);
                RowSums sums = Sums<TSimd, TVector>(output, target, largest, lanes, ref g);
                sum += 2 * sums.WeightedHalves + sums.Targets * PortableMath.Log(sums.Exponentials);
                if (withGradients)
                    FinishGradient<TSimd, TVector>(target, sums, ref g);
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
        private readonly RowSums Sums<TSimd, TVector>(LaneRow output, LaneRow target, float largest, Span<float> lanes, ref float g)
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
            LaneRow output, LaneRow target, int start, float largest, Span<float> lanes, ref float g)
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
                    TVector y = output.Load<TSimd, TVector>(column);
                    TVector t = target.Load<TSimd, TVector>(column);
                    TVector exponential = Exp.Value<TSimd, TVector>(
                        Exp.Clamp<TSimd, TVector>(TSimd.Subtract(y, TSimd.Create(largest)), Exp.Domain));
                    exponential = TSimd.Select(Inside<TSimd, TVector>(column), exponential, zero);
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
        private readonly void FinishGradient<TSimd, TVector>(LaneRow target, RowSums sums, ref float g)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector scale = TSimd.Create(1f / outputs.Rows);
            TVector normalizer = TSimd.Create((float)(sums.Targets / sums.Exponentials));
            for (int column = 0; column < outputs.Width; column += TSimd.Count)
            {
                ref float place = ref Unsafe.Add(ref g, column);
                TVector expected = TSimd.Multiply(TSimd.Load(ref place), normalizer);
                TVector gradient = TSimd.Multiply(scale, TSimd.Subtract(expected, target.Load<TSimd, TVector>(column)));
                TSimd.Store(TSimd.Select(Inside<TSimd, TVector>(column), gradient, TSimd.Create(0f)), ref place);
            }
        }

        // Padding stays zero, even in a row of NaN.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly TVector Inside<TSimd, TVector>(int column)
            where TSimd : ISimd<TVector>
            where TVector : struct =>
            TSimd.LessThan(TSimd.Indices, TSimd.Create(outputs.Width - column));
    }

    /// <param name="Exponentials"><c>Σ exp(y - m)</c>.</param>
    /// <param name="Targets"><c>Σ t</c>.</param>
    /// <param name="WeightedHalves"><c>Σ t (m - y) / 2</c>.</param>
    private readonly record struct RowSums(double Exponentials, double Targets, double WeightedHalves)
    {
        public static RowSums operator +(RowSums a, RowSums b) =>
            new(a.Exponentials + b.Exponentials, a.Targets + b.Targets, a.WeightedHalves + b.WeightedHalves);
    }
}
