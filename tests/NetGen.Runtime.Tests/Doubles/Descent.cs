namespace NetGen.Runtime.Tests;

/// <summary>Plain gradient descent that also counts, in each of its states, the steps that a parameter has seen.</summary>
internal struct Descent(float learningRate, int stateCount = 0) : IOptimizer
{
    private float rate;

    public float LearningRate { get; set; } = learningRate;

    public readonly int StateCount => stateCount;

    public long LastStep { get; private set; }

    /// <summary>The states of the last range.</summary>
    public OptimizerStates LastStates { get; private set; }

    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
    {
        LastStep = step;
        rate = (float)(LearningRate * learningRateFactor);
    }

    public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
    {
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] -= rate * gradients[i];
        for (int state = 0; state < states.Count; state++)
        {
            foreach (ref float seen in states[state])
                seen++;
        }

        LastStates = states;
    }
}
