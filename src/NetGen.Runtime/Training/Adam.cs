namespace NetGen;

/// <summary>Adam (Kingma and Ba 2015), with PyTorch's formula and defaults.</summary>
public struct Adam : IOptimizer
{
    private AdamRule rule;

    /// <summary>Adam with a learning rate of 1e-3.</summary>
    public Adam()
        : this(1e-3f)
    {
    }

    /// <summary>Adam with a learning rate of your choice.</summary>
    /// <param name="learningRate">The learning rate, finite, not below 0.</param>
    /// <param name="beta1">The decay of the mean gradient, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean squared gradient, from 0 to below 1.</param>
    /// <param name="epsilon">What is added to the root of the mean square, finite, not below 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Adam(float learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        LearningRate = learningRate;
        rule = new AdamRule(beta1, beta2, epsilon);
    }

    /// <summary>The learning rate of the steps to come, finite, not below 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public float LearningRate
    {
        readonly get;
        set => field = OptimizerArguments.CheckedLearningRate(value, nameof(LearningRate));
    }

    /// <inheritdoc/>
    public readonly int StateCount => 2;

    /// <inheritdoc/>
    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
    {
        OptimizerArguments.CheckFactors(learningRateFactor, weightDecay);
        rule.BeginStep(step, LearningRate * learningRateFactor, weightDecay ?? 0);
    }

    /// <inheritdoc/>
    public readonly void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
    {
        OptimizerArguments.CheckLengths(StateCount, parameters.Length, gradients.Length, states);
        rule.Update(parameters, gradients, states[0], states[1]);
    }
}
