using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// What <see cref="Adam"/> and <see cref="AdamW"/> share: moving averages <c>m</c> of the gradient <c>g</c> and <c>v</c> of its square,
/// and the step along <c>m / sqrt(v)</c> (Kingma and Ba 2015, algorithm 1), in PyTorch's arrangement:
/// <c>m ← β₁ m + (1 - β₁) g</c>, <c>v ← β₂ v + (1 - β₂) g²</c>,
/// <c>p ← p - lr / (1 - β₁ᵗ) · m / (sqrt(v) / sqrt(1 - β₂ᵗ) + ε)</c>. Where <c>v</c> would leave the range of a float, its root is kept
/// (<see cref="MeanSquare"/>).
/// </summary>
internal struct AdamRule
{
    private const float SmallestNormal = 1.17549435e-38f;

    private readonly double beta1;
    private readonly double beta2;
    private readonly float epsilon;
    private float stepSize;
    private float shrink;
    private bool decays;
    private float inverseRootCorrection2;

    public AdamRule(double beta1, double beta2, double epsilon)
    {
        if (!(beta1 is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(beta1), beta1, "Expected a number from 0 to below 1.");
        if (!(beta2 is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(beta2), beta2, "Expected a number from 0 to below 1.");
        if (!(epsilon >= 0 && float.IsFinite((float)epsilon)))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Expected a finite number, not below 0.");

        this.beta1 = beta1;
        this.beta2 = beta2;
        // Far below any root that is kept; it makes 0 of 0 / 0, where there never was a gradient.
        this.epsilon = Math.Max((float)epsilon, SmallestNormal);
    }

    /// <param name="step">The number of the step <c>t</c>, from 1.</param>
    /// <param name="learningRate">The learning rate <c>lr</c> of this step.</param>
    /// <param name="weightDecay">The weight decay <c>λ</c>: before the step, <c>p ← p - lr λ p</c>.</param>
    public void BeginStep(long step, double learningRate, double weightDecay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        OptimizerArguments.CheckConstructed(epsilon != 0);

        stepSize = (float)(learningRate / (1 - PortableMath.Power(beta1, step)));
        shrink = (float)(1 - learningRate * weightDecay);
        decays = shrink != 1;
        inverseRootCorrection2 = (float)(1 / Math.Sqrt(1 - PortableMath.Power(beta2, step)));
    }

    /// <param name="parameters">The parameters <c>p</c>.</param>
    /// <param name="gradients">Their gradients <c>g</c>.</param>
    /// <param name="means">The averages <c>m</c>.</param>
    /// <param name="squares">The averages <c>v</c>, as <see cref="MeanSquare"/> keeps them.</param>
    public readonly void Update(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> means, Span<float> squares)
    {
        OptimizerArguments.CheckBegun(inverseRootCorrection2 != 0);
        Work work = new(this, parameters, gradients, means, squares);
        work.Run();
    }

    internal readonly ref struct Work(
        AdamRule rule, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> means, Span<float> squares)
        : IVectorized
    {
        private readonly Span<float> parameters = parameters;
        private readonly ReadOnlySpan<float> gradients = gradients;
        private readonly Span<float> means = means;
        private readonly Span<float> squares = squares;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = parameters.Length - parameters.Length % TSimd.Count;
            Run<TSimd, TVector>(0, whole);
            Run<Simd32, float>(whole, parameters.Length);
        }

        private void Run<TSimd, TVector>(int start, int end)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            while (start < end)
            {
                start = Run<TSimd, TVector, MeanSquare.OfUsual>(start, end);
                if (start < end)
                    start = Run<TSimd, TVector, MeanSquare.OfAny>(start, start + TSimd.Count);
            }
        }

        // Returns where it came to a gradient that its average is not for.
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private int Run<TSimd, TVector, TMeanSquare>(int start, int end)
            where TSimd : ISimd<TVector>
            where TVector : struct
            where TMeanSquare : MeanSquare.IAverage
        {
            TVector beta1 = TSimd.Create((float)rule.beta1);
            TVector beta2 = TSimd.Create((float)rule.beta2);
            TVector rest1 = TSimd.Create((float)(1 - rule.beta1));
            TVector rest2 = TSimd.Create((float)(1 - rule.beta2));
            TVector inverseRoot = TSimd.Create(rule.inverseRootCorrection2);
            TVector epsilon = TSimd.Create(rule.epsilon);
            TVector negativeStep = TSimd.Create(-rule.stepSize);
            TVector shrinkAll = TSimd.Create(rule.shrink);
            ref float p = ref MemoryMarshal.GetReference(parameters);
            ref float g = ref MemoryMarshal.GetReference(gradients);
            ref float m = ref MemoryMarshal.GetReference(means);
            ref float v = ref MemoryMarshal.GetReference(squares);

            for (int i = start; i < end; i += TSimd.Count)
            {
                TVector gradient = TSimd.Load(ref Unsafe.Add(ref g, i));
                TVector mean = TSimd.Load(ref Unsafe.Add(ref m, i));
                TVector square = TSimd.Load(ref Unsafe.Add(ref v, i));
                TVector nextMean = TSimd.FusedMultiplyAdd(rest1, gradient, TSimd.Multiply(beta1, mean));
                TVector rootMeanSquare;
                if (MeanSquare.TryPlainAverage<TSimd, TVector>(ref square, nextMean, gradient, beta2, rest2))
                {
                    mean = nextMean;
                    rootMeanSquare = TSimd.Sqrt(square);
                }
                else
                {
                    if (!rule.decays && AreZero<TSimd, TVector>(gradient, mean, square))
                        continue;
                    mean = Vanishing.Flush<TSimd, TVector>(nextMean);
                    if (!TMeanSquare.TryAverage<TSimd, TVector>(ref square, ref mean, gradient, beta2, rest2, out rootMeanSquare))
                        return i;
                }

                TVector root = TSimd.FusedMultiplyAdd(rootMeanSquare, inverseRoot, epsilon);
                TVector parameter = TSimd.Multiply(shrinkAll, TSimd.Load(ref Unsafe.Add(ref p, i)));
                parameter = TSimd.FusedMultiplyAdd(negativeStep, TSimd.Divide(mean, root), parameter);

                TSimd.Store(mean, ref Unsafe.Add(ref m, i));
                TSimd.Store(square, ref Unsafe.Add(ref v, i));
                TSimd.Store(parameter, ref Unsafe.Add(ref p, i));
            }

            return end;
        }

        // Padding, and what no gradient ever came to, stay as they are: a quotient and a root are most of the work.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static bool AreZero<TSimd, TVector>(TVector gradient, TVector mean, TVector square)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector sum = TSimd.Add(TSimd.Add(TSimd.Abs(gradient), TSimd.Abs(mean)), TSimd.Abs(square));
            return TSimd.ToBits(TSimd.LessThanOrEqual(sum, TSimd.Create(0f))) == (1 << TSimd.Count) - 1;
        }
    }
}
