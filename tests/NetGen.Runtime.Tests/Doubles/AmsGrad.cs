namespace NetGen.Runtime.Tests;

/// <summary>The optimizer with three states that docs/training.md shows.</summary>
internal struct AmsGrad(float learningRate) : IOptimizer
{
    private float rate;
    private float shrink;

    public readonly int StateCount => 3;

    public readonly float LearningRate => learningRate;

    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
    {
        rate = (float)(learningRate * learningRateFactor);
        shrink = 1 - rate * (float)(weightDecay ?? 0);
    }

    public readonly void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
    {
        Span<float> mean = states[0], square = states[1], greatest = states[2];
        for (int i = 0; i < parameters.Length; i++)
        {
            mean[i] = 0.9f * mean[i] + 0.1f * gradients[i];
            square[i] = 0.999f * square[i] + 0.001f * gradients[i] * gradients[i];
            greatest[i] = MathF.Max(greatest[i], square[i]);
            parameters[i] = shrink * parameters[i] - rate * mean[i] / (MathF.Sqrt(greatest[i]) + 1e-8f);
        }
    }
}
