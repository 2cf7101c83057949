using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.PlainAttention;

/// <summary>A transformer as it is declared: the variant says what goes around the parts of its blocks.</summary>
/// <param name="Variant">What goes around its parts.</param>
/// <param name="Layers">What it has on images or on text.</param>
/// <param name="Depth">The number of blocks.</param>
internal sealed record PlainDeclaration(PlainVariant Variant, TransformerLayers Layers, int Depth)
{
    /// <summary>Its name as a class.</summary>
    public string Name => Layers.Prefix + Variant.Name;

    /// <summary>The block of its coder.</summary>
    public string CoderBlock => $"{Name}Coder";

    /// <summary>Its declaration, as somebody would write it.</summary>
    public string Source => $$"""
        using NetGen;

        [Block, {{Layers.Norm}}, {{(Variant.Convolves ? TransformerLayers.Convolution : Layers.Attention)}}]
        public sealed class {{Name}}Mixing;

        [Block, {{Layers.Norm}}, Linear({{TransformerLayers.Hidden}}), Gelu, Linear({{TransformerLayers.Width}})]
        public sealed class {{Name}}FeedForward;
        {{CoderSource}}
        [Block, {{Placed("Mixing", Variant.Mixing)}}, {{Placed("FeedForward", Variant.FeedForward)}}]
        public sealed class {{Name}}Block;

        [Network({{Layers.Input}})]
        [{{Layers.First}}]
        [Repeat<{{Name}}Block>({{Depth}})]
        [{{Layers.Last}}]
        public sealed partial class {{Name}};
        """;

    /// <summary>How the stream gets past the part behind a stage; stage 0 lies in front of the first block.</summary>
    public Around At(int stage) => int.IsEvenInteger(stage) ? Variant.Mixing : Variant.FeedForward;

    /// <summary>How long a step of it takes, to be measured.</summary>
    public StepTime TimeOf(int seed) => new(Name, Depth, Variant.Coder?.Letter, seed, double.NaN);

    // Zeros are drawn by no generator, so that all other weights start as they do without a coder, whose own are put in their place.
    private string CoderSource => Variant.Coder is not { } coder ? "" : $$"""

        [Block, Linear({{coder.Width}}, Init = Init.Zeros), ReLU, Linear({{TransformerLayers.Width}}, Init = Init.Zeros)]
        public sealed class {{CoderBlock}};

        [Block, Use<{{CoderBlock}}>(Shared = true, Frozen = true)]
        public sealed class {{Name}}Path;

        """;

    private string Placed(string part, Around around) => around switch
    {
        Around.Skip => $"Use<{Name}{part}>(Residual = true)",
        Around.Nothing => $"Use<{Name}{part}>",
        Around.Coder => $"Parallel<{Name}{part}, {Name}Path>",
        _ => throw new ArgumentOutOfRangeException(nameof(around), around, "Expected a way past a part."),
    };
}
