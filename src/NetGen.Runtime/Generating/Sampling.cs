namespace NetGen;

/// <summary>How the next token is chosen among the scores that a network gives all tokens.</summary>
public readonly record struct Sampling
{
    private readonly float? temperature;

    /// <summary>
    /// What scores are divided by before their softmax: at 1 tokens come as often as the network expects, below 1 likely ones come more
    /// often, and at 0 the token of the greatest score comes always, the first of them where several are equal. Finite, at least 0.
    /// Default: 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public float Temperature
    {
        get => temperature ?? 1f;
        init => temperature = float.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Temperature), value, "Expected a finite temperature of at least 0.");
    }

    /// <summary>
    /// Of how many tokens, those with the greatest scores, one is chosen, at least 1; null for all. Of equal scores, the first count as the
    /// greater. Default: null.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int? TopK
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TopK), value, "Expected at least 1 token to choose from.");
    }

    /// <summary>The seed of the choices. The same network, prompt and seed give the same tokens. Default: 0.</summary>
    public int Seed { get; init; }
}
