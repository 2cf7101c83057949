namespace NetGen.Experiments.Attention;

/// <summary>Where heads may look, and what of that is asked about.</summary>
/// <param name="Causal">Whether a query sees itself and the keys before it only.</param>
/// <param name="IsWatched">Whether a key is asked about: of an example, a query and a key.</param>
internal sealed record Gaze(bool Causal, Func<int, int, int, bool> IsWatched)
{
    /// <summary>Looks at images of which nothing is asked.</summary>
    public static Gaze Unasked { get; } = new(Causal: false, static (_, _, _) => false);

    /// <summary>How many keys a query sees.</summary>
    public int Seen(int query, int positions) => Causal ? query + 1 : positions;
}
