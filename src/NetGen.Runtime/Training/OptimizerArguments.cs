namespace NetGen;

/// <summary>Checks that all optimizers make.</summary>
internal static class OptimizerArguments
{
    public static float CheckedLearningRate(float learningRate, string name) => float.IsFinite(learningRate) && learningRate >= 0
        ? learningRate
        : throw new ArgumentOutOfRangeException(name, learningRate, "Expected a finite learning rate, not below 0.");

    public static void CheckLength(int expected, int actual, string name)
    {
        if (actual != expected)
            throw new ArgumentException($"Expected as many as parameters, {expected}, but got {actual}.", name);
    }

    // default(T) is a value of every struct, made by no constructor.
    public static void CheckConstructed(bool constructed)
    {
        if (!constructed)
            throw new InvalidOperationException("Expected an optimizer made by its constructor, but it is the default value, which has no settings.");
    }
}
