namespace NetGen.Experiments.PlainAttention;

/// <summary>What goes around the parts of a transformer's blocks.</summary>
/// <param name="Name">Its name in results.</param>
/// <param name="Label">Its name beside lines and in tables.</param>
/// <param name="Mixing">What goes around attention, or around the convolution that mixes positions in its place.</param>
/// <param name="FeedForward">What goes around the two dense layers.</param>
/// <param name="Ink">The colour of its lines.</param>
internal sealed record PlainVariant(string Name, string Label, Around Mixing, Around FeedForward, Ink Ink)
{
    /// <summary>The coder of its parts, if they have one.</summary>
    public PathCoder? Coder { get; init; }

    /// <summary>Whether positions are mixed by a convolution, and not by attention.</summary>
    public bool Convolves { get; init; }

    /// <summary>Whether its lines are dashed.</summary>
    public bool Dashed { get; init; }

    /// <summary>Where its coder is.</summary>
    public string Place => (Mixing, FeedForward) switch
    {
        (Around.Coder, Around.Coder) => "both parts",
        (Around.Coder, _) => "attention",
        (_, Around.Coder) => "the feed-forward part",
        _ => throw new InvalidOperationException("Expected a variant with a coder."),
    };

    /// <summary>The bar that its progress is shown by, together with others.</summary>
    public string Bar => Convolves ? "mixer" : Coder is null ? "with and without skips" : $"coder {Coder.Letter}";
}
