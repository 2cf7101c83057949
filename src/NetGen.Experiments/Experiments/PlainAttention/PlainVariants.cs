namespace NetGen.Experiments.PlainAttention;

/// <summary>What is held against what.</summary>
internal static class PlainVariants
{
    public static PlainVariant Residual { get; } = new("Residual", "residual", Around.Skip, Around.Skip, Ink.Blue);

    public static PlainVariant NoAttentionSkip { get; } = new(
        "NoAttentionSkip", "no skip around attention", Around.Nothing, Around.Skip, Ink.Purple);

    public static PlainVariant NoFeedForwardSkip { get; } = new(
        "NoFeedForwardSkip", "no skip around feed-forward", Around.Skip, Around.Nothing, Ink.Green);

    public static PlainVariant Plain { get; } = new("Plain", "no skip", Around.Nothing, Around.Nothing, Ink.Vermillion) { Dashed = true };

    /// <summary>The choice of the source: a coder in the feed-forward part, and attention as it is.</summary>
    public static PlainVariant FeedForward { get; } = new(
        "PnnhFeedForward", "PNNH in feed-forward, B", Around.Skip, Around.Coder, Ink.Sky) { Coder = PathCoder.B };

    /// <summary>The third open question of the source.</summary>
    public static PlainVariant Attention { get; } = new(
        "PnnhAttention", "PNNH in attention, B", Around.Coder, Around.Skip, Ink.Orange) { Coder = PathCoder.B };

    public static PlainVariant Both { get; } = new(
        "PnnhBoth", "PNNH in both, B", Around.Coder, Around.Coder, Ink.Brown) { Coder = PathCoder.B };

    public static PlainVariant BothC { get; } = new(
        "PnnhBothC", "PNNH in both, C", Around.Coder, Around.Coder, Ink.Grey) { Coder = PathCoder.C };

    public static PlainVariant BothTwice { get; } = new(
        "PnnhBothTwice", "PNNH in both, 2D", Around.Coder, Around.Coder, Ink.Vermillion) { Coder = PathCoder.Twice, Dashed = true };

    /// <summary>A mixer of full convolutions, as the language has no depthwise ones.</summary>
    public static PlainVariant Mixer { get; } = new("Mixer", "mixer, residual", Around.Skip, Around.Skip, Ink.Blue) { Convolves = true };

    public static PlainVariant MixerNoSkip { get; } = new(
        "MixerNoSkip", "mixer, no skip around convolution", Around.Nothing, Around.Skip, Ink.Purple) { Convolves = true };

    /// <summary>With and without residual connections.</summary>
    public static IReadOnlyList<PlainVariant> Skips { get; } = [Residual, NoAttentionSkip, NoFeedForwardSkip, Plain];

    /// <summary>Those whose coder is half as wide as the stream, as the source has it.</summary>
    public static IReadOnlyList<PlainVariant> Halved { get; } = [FeedForward, Attention, Both];

    /// <summary>Those with a coder.</summary>
    public static IReadOnlyList<PlainVariant> Coded { get; } = [.. Halved, BothC, BothTwice];

    public static IReadOnlyList<PlainVariant> Mixers { get; } = [Mixer, MixerNoSkip];

    public static IReadOnlyList<PlainVariant> OnText { get; } = [.. Skips, .. Coded];

    public static IReadOnlyList<PlainVariant> OnImages { get; } = [.. Skips, .. Coded, .. Mixers];
}
