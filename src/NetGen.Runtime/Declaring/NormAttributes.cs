namespace NetGen;

/// <summary>
/// Divides every vector by its root mean square (Zhang and Sennrich 2019): <c>y = g ⊙ x / sqrt(mean(x²) + ε)</c>. Its parameter is
/// <c>weight [width]</c>, the gain <c>g</c>, which starts at 1.
/// </summary>
public sealed class RmsNormAttribute : LayerAttribute
{
    /// <summary>The <c>ε</c> that keeps the division finite, above 0. Default: 1e-6.</summary>
    public float Epsilon { get; set; } = 1e-6f;

    /// <summary>Whether there is a gain. Default: true.</summary>
    public bool Gain { get; set; } = true;
}

/// <summary>
/// Gives every vector mean 0 and variance 1 (Ba et al. 2016): <c>y = g ⊙ (x - mean(x)) / sqrt(var(x) + ε) + b</c>. Its parameters are
/// <c>weight [width]</c>, the gain <c>g</c>, which starts at 1, and <c>bias [width]</c>, which starts at 0.
/// </summary>
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>The <c>ε</c> that keeps the division finite, above 0. Default: 1e-5.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>Whether there is a gain. Default: true.</summary>
    public bool Gain { get; set; } = true;

    /// <summary>Whether there is a bias. Default: true.</summary>
    public bool Bias { get; set; } = true;
}

/// <summary>
/// Gives every group of channels mean 0 and variance 1 over all positions of an example (Wu and He 2018):
/// <c>y = g ⊙ (x - mean(x)) / sqrt(var(x) + ε) + b</c>. Its parameters are <c>weight [channels]</c>, the gain <c>g</c>, which starts at 1,
/// and <c>bias [channels]</c>, which starts at 0.
/// </summary>
/// <param name="groups">The number of groups, which divides the channels.</param>
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>The number of groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>The <c>ε</c> that keeps the division finite, above 0. Default: 1e-5.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>Whether there is a gain. Default: true.</summary>
    public bool Gain { get; set; } = true;

    /// <summary>Whether there is a bias. Default: true.</summary>
    public bool Bias { get; set; } = true;
}
