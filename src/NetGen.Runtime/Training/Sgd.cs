using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Stochastic gradient descent: <c>p ← p - lr g</c>. With momentum <c>μ</c> (Sutskever et al. 2013, in PyTorch's arrangement) the velocity
/// <c>b ← μ b + g</c> takes the gradient's place, or with Nesterov's <c>g + μ b</c>.
/// </summary>
public struct Sgd : IOptimizer
{
    private readonly float momentum;
    private readonly bool nesterov;
    private readonly bool constructed;
    private float rate;
    private float shrink;
    private bool begun;

    /// <summary>Plain descent with a learning rate of 1e-3.</summary>
    public Sgd()
        : this(1e-3f)
    {
    }

    /// <summary>Descent with a learning rate of your choice.</summary>
    /// <param name="learningRate">The learning rate, finite, not below 0.</param>
    /// <param name="momentum">The momentum <c>μ</c>, from 0 (none) to below 1.</param>
    /// <param name="nesterov">Whether to look ahead along the velocity, which needs momentum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="nesterov"/> without momentum.</exception>
    public Sgd(float learningRate, float momentum = 0f, bool nesterov = false)
    {
        if (!(momentum is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "Expected a number from 0 to below 1.");
        if (nesterov && momentum == 0)
            throw new ArgumentException("Expected a momentum above 0 for Nesterov's form, but it is 0.", nameof(nesterov));

        LearningRate = learningRate;
        this.momentum = momentum;
        this.nesterov = nesterov;
        constructed = true;
    }

    /// <summary>The learning rate of the steps to come, finite, not below 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public float LearningRate
    {
        readonly get;
        set => field = OptimizerArguments.CheckedLearningRate(value, nameof(LearningRate));
    }

    /// <inheritdoc/>
    public readonly int StateCount => momentum == 0 ? 0 : 1;

    /// <inheritdoc/>
    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        OptimizerArguments.CheckFactors(learningRateFactor, weightDecay);
        OptimizerArguments.CheckConstructed(constructed);

        double learningRate = LearningRate * learningRateFactor;
        rate = (float)learningRate;
        shrink = (float)(1 - learningRate * (weightDecay ?? 0));
        begun = true;
    }

    /// <inheritdoc/>
    public readonly void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
    {
        OptimizerArguments.CheckBegun(begun);
        OptimizerArguments.CheckLengths(StateCount, parameters.Length, gradients.Length, states);
        Work work = new(this, parameters, gradients, StateCount == 0 ? [] : states[0]);
        work.Run();
    }

    internal readonly ref struct Work(Sgd rule, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocities) : IVectorized
    {
        private readonly Span<float> parameters = parameters;
        private readonly ReadOnlySpan<float> gradients = gradients;
        private readonly Span<float> velocities = velocities;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = parameters.Length - parameters.Length % TSimd.Count;
            Run<TSimd, TVector>(0, whole);
            Run<Simd32, float>(whole, parameters.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Run<TSimd, TVector>(int start, int end)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector negativeRate = TSimd.Create(-rule.rate);
            TVector shrink = TSimd.Create(rule.shrink);
            TVector momentum = TSimd.Create(rule.momentum);
            bool hasVelocity = rule.momentum != 0;
            bool nesterov = rule.nesterov;
            ref float p = ref MemoryMarshal.GetReference(parameters);
            ref float g = ref MemoryMarshal.GetReference(gradients);
            ref float b = ref MemoryMarshal.GetReference(velocities);

            for (int i = start; i < end; i += TSimd.Count)
            {
                TVector direction = TSimd.Load(ref Unsafe.Add(ref g, i));
                if (hasVelocity)
                {
                    TVector velocity = TSimd.Multiply(momentum, TSimd.Load(ref Unsafe.Add(ref b, i)));
                    velocity = Vanishing.Flush<TSimd, TVector>(TSimd.Add(velocity, direction));
                    TSimd.Store(velocity, ref Unsafe.Add(ref b, i));
                    direction = nesterov ? TSimd.FusedMultiplyAdd(momentum, velocity, direction) : velocity;
                }

                TVector parameter = TSimd.Multiply(shrink, TSimd.Load(ref Unsafe.Add(ref p, i)));
                parameter = TSimd.FusedMultiplyAdd(negativeRate, direction, parameter);
                TSimd.Store(parameter, ref Unsafe.Add(ref p, i));
            }
        }
    }
}
