namespace NetGen.Runtime.Tests;

/// <summary>Plain gradient descent that also notes, in its states, how many steps each parameter has seen.</summary>
internal struct Descent(float learningRate, int stateCount = 0) : IOptimizer
{
    private float rate;

    public float LearningRate { get; set; } = learningRate;

    public readonly int StateCount => stateCount;

    public long LastStep { get; private set; }

    public int LastState0Length { get; private set; }

    public int LastState1Length { get; private set; }

    public float LastState0 { get; private set; }

    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
    {
        LastStep = step;
        rate = (float)(LearningRate * learningRateFactor);
    }

    public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state0, Span<float> state1)
    {
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] -= rate * gradients[i];
        foreach (ref float seen in state0)
            seen++;

        LastState0Length = state0.Length;
        LastState1Length = state1.Length;
        LastState0 = state0.IsEmpty ? 0 : state0[0];
    }
}
