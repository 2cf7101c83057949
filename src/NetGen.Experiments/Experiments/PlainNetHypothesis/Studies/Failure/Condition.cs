namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// How networks begin and learn whose failure is looked for: what is done to what learns in each layer, before training. Coders and the
/// last Linear are left alone.
/// </summary>
/// <param name="Name">What it is.</param>
/// <param name="Apply">Does it to the four parameters of a layer's branch or learner: <c>W₁</c>, <c>b₁</c>, <c>W₂</c>, <c>b₂</c>.</param>
internal sealed record Condition(string Name, Action<Parameter[]> Apply)
{
    private const int ParametersOfABranch = 4;
    private const int SlowFrom = 20;

    /// <summary>The start as it is declared.</summary>
    public static Condition None { get; } = new("as declared", static _ => { });

    /// <summary>
    /// The same, with a learning rate that falls with depth: a step changes every layer, and with it the output so many times.
    /// </summary>
    public static Condition Slow { get; } = new($"rate × {SlowFrom}/layers", static _ => { });

    public static Condition Small { get; } = new("weights × 0.1", static branch => Scale(branch, 0.1f));

    public static Condition Large { get; } = new("weights × 3", static branch => Scale(branch, 3));

    public static Condition HiddenOff { get; } = new("b₁ = -1", static branch => Fill(branch[1], -1));

    public static Condition AllOff { get; } = new("b₁ = b₂ = -1", static branch =>
    {
        Fill(branch[1], -1);
        Fill(branch[3], -1);
    });

    /// <summary>Starts that hurt.</summary>
    public static IReadOnlyList<Condition> Hurt { get; } = [Small, Large, HiddenOff, AllOff];

    public static IReadOnlyList<Condition> All { get; } = [None, Slow, .. Hurt];

    /// <summary>Adam's learning rate in networks of a depth.</summary>
    public float LearningRate(int depth) => HypothesisVariant.StandardRate * (this == Slow ? (float)SlowFrom / depth : 1);

    /// <summary>Does it to every hidden layer of a network.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="info">The network.</param>
    /// <param name="block">The name of its branches or learners.</param>
    public void ApplyTo(ParameterSet parameters, NetworkInfo info, string block)
    {
        IEnumerable<Parameter> own =
            info.Parameters.Where(parameter => parameter.Blocks.Contains(block)).Select(parameter => parameters[parameter.Name]);
        foreach (Parameter[] branch in own.Chunk(ParametersOfABranch))
            Apply(branch);
    }

    private static void Scale(Parameter[] branch, float factor)
    {
        branch[0].Scale(factor);
        branch[2].Scale(factor);
    }

    private static void Fill(Parameter parameter, float value)
    {
        float[] values = new float[parameter.Count];
        Array.Fill(values, value);
        parameter.CopyFrom(values);
    }
}
