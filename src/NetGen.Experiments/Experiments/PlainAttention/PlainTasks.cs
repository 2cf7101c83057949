using NetGen.Experiments.Attention;
using NetGen.Experiments.Images;

namespace NetGen.Experiments.PlainAttention;

/// <summary>What transformers are trained on, and how.</summary>
/// <param name="Images">The images.</param>
/// <param name="Text">The text.</param>
/// <param name="Recipe">How they are trained.</param>
/// <param name="Depth">How many blocks they have.</param>
internal sealed record PlainTasks(ImageTask Images, TextTask Text, AttentionRecipe Recipe, int Depth)
{
    public IReadOnlyList<PlainDeclaration> OnImages { get; } =
    [
        .. PlainVariants.OnImages.Select(variant => new PlainDeclaration(variant, TransformerLayers.OfImages(Images.Training), Depth)),
    ];

    public IReadOnlyList<PlainDeclaration> OnText { get; } =
        [.. PlainVariants.OnText.Select(variant => new PlainDeclaration(variant, TransformerLayers.OfText, Depth))];

    public IReadOnlyList<PlainDeclaration> All => [.. OnImages, .. OnText];

    /// <summary>What a network is trained on.</summary>
    public string DataOf(PlainDeclaration declared) => IsText(declared) ? Text.Name : Images.Name;

    public int StepsOf(PlainDeclaration declared) =>
        IsText(declared) ? Recipe.Steps : Recipe.Epochs * (Images.Training.Count / Recipe.Batch);

    public static bool IsText(PlainDeclaration declared) => declared.Layers == TransformerLayers.OfText;
}
