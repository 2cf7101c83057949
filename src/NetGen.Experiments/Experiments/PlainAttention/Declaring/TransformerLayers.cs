using NetGen.Data;
using NetGen.Experiments.Attention;

namespace NetGen.Experiments.PlainAttention;

/// <summary>What a declaration has on images or on text, whatever goes around its parts.</summary>
/// <param name="Prefix">What the names of networks begin with.</param>
/// <param name="Input">What comes in.</param>
/// <param name="First">The layers in front of the blocks.</param>
/// <param name="Norm">The norm in front of each part.</param>
/// <param name="Attention">The layer of attention.</param>
/// <param name="Last">The layers behind the blocks.</param>
internal sealed record TransformerLayers(string Prefix, string Input, string First, string Norm, string Attention, string Last)
{
    /// <summary>The width of the stream.</summary>
    public const int Width = 32;

    /// <summary>The width of the hidden layer of a feed-forward part.</summary>
    public const int Hidden = 2 * Width;

    /// <summary>The heads of a layer of attention.</summary>
    public const int Heads = 4;

    /// <summary>The layer that mixes neighbouring patches in the place of attention.</summary>
    public static string Convolution => $"Conv2d({Width})";

    public static TransformerLayers OfText { get; } = new(
        "Text",
        $"Vocabulary = {Characters.Count}, Length = {TextTask.Length}",
        $"Embedding({Width})",
        "RmsNorm",
        $"SelfAttention({Heads}, Causal = true, Rotary = true, Bias = false)",
        $"RmsNorm, Linear({Characters.Count})");

    /// <summary>Why images cannot be seen in patches, or null.</summary>
    public static string? Objection(ImageSet images) =>
        images.Shape.Height % ImagePatches.Side == 0 && images.Shape.Width % ImagePatches.Side == 0
            ? null
            : $"Expected images whose sides are multiples of {ImagePatches.Side}, got images of {images.Shape}.";

    /// <summary>Images are seen in patches of four by four pixels.</summary>
    public static TransformerLayers OfImages(ImageSet images) => new(
        "Image",
        $"Input = {images.Shape.Channels}, Height = {images.Shape.Height}, Width = {images.Shape.Width}",
        $"PatchEmbedding({ImagePatches.Side}, {Width}, Init = Init.LeCunNormal), PositionEmbedding",
        "LayerNorm",
        $"SelfAttention({Heads})",
        $"LayerNorm, MeanPool, Linear({images.Classes.Count})");
}
