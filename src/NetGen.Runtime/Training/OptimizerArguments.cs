namespace NetGen;

/// <summary>Checks that all optimizers make.</summary>
internal static class OptimizerArguments
{
    public static float CheckedLearningRate(float learningRate, string name) => float.IsFinite(learningRate) && learningRate >= 0
        ? learningRate
        : throw new ArgumentOutOfRangeException(name, learningRate, "Expected a finite learning rate, not below 0.");

    public static double CheckedWeightDecay(double weightDecay) => double.IsFinite(weightDecay) && weightDecay >= 0
        ? weightDecay
        : throw new ArgumentOutOfRangeException(nameof(weightDecay), weightDecay, "Expected a finite weight decay, not below 0.");

    public static void CheckFactors(double learningRateFactor, double? weightDecay)
    {
        if (!double.IsFinite(learningRateFactor) || learningRateFactor < 0)
            throw new ArgumentOutOfRangeException(nameof(learningRateFactor), learningRateFactor, "Expected a finite factor, not below 0.");
        if (weightDecay is { } decay)
            CheckedWeightDecay(decay);
    }

    public static void CheckBegun(bool begun)
    {
        if (!begun)
            throw new InvalidOperationException($"Expected {nameof(IOptimizer.BeginStep)} before {nameof(IOptimizer.Update)}.");
    }

    public static void CheckLengths(int stateCount, int parameters, int gradients, OptimizerStates states)
    {
        if (gradients != parameters)
            throw new ArgumentException($"Expected as many as parameters, {parameters}, but got {gradients}.", nameof(gradients));
        if (states.Count < stateCount)
            throw new ArgumentException($"Expected at least {stateCount} states, got {states.Count}.", nameof(states));
        if (stateCount > 0 && states.Length != parameters)
            throw new ArgumentException(
                $"Expected states of as many as parameters, {parameters}, but got {states.Length}.", nameof(states));
    }

    // default(T) is a value of every struct, made by no constructor.
    public static void CheckConstructed(bool constructed)
    {
        if (!constructed)
            throw new InvalidOperationException(
                "Expected an optimizer made by its constructor, but it is the default value, which has no settings.");
    }
}
