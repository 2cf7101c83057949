namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>What is done to what learns in each layer before training. Coders and the last Linear are left alone.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Apply">Does it to the four parameters of a layer's branch or learner: <c>W₁</c>, <c>b₁</c>, <c>W₂</c>, <c>b₂</c>.</param>
internal sealed record HurtStart(string Name, Action<Parameter[]> Apply)
{
    private const int ParametersOfABranch = 4;

    /// <summary>The start as it is declared.</summary>
    public static HurtStart None { get; } = new("as declared", static _ => { });

    public static HurtStart Small { get; } = new("weights × 0.1", static branch => Scale(branch, 0.1f));

    public static HurtStart Large { get; } = new("weights × 3", static branch => Scale(branch, 3));

    public static HurtStart HiddenOff { get; } = new("b₁ = -1", static branch => Fill(branch[1], -1));

    public static HurtStart AllOff { get; } = new("b₁ = b₂ = -1", static branch =>
    {
        Fill(branch[1], -1);
        Fill(branch[3], -1);
    });

    /// <summary>Those that hurt.</summary>
    public static IReadOnlyList<HurtStart> All { get; } = [Small, Large, HiddenOff, AllOff];

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
