using NetGen.Experiments.Images;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Attention;

/// <summary>What was measured of all transformers.</summary>
/// <param name="Images">The images.</param>
/// <param name="Text">The text.</param>
/// <param name="Recipe">How networks were trained.</param>
/// <param name="Runs">All trainings.</param>
internal sealed record AttentionComparison(ImageTask Images, TextTask Text, AttentionRecipe Recipe, IReadOnlyList<TrainingRun> Runs)
{
    private const string Clothes = "patches with clothes";

    public IReadOnlyList<VisionRun> VisionRuns { get; } = Of<VisionRun>(Runs, VisionTransformer.Info);

    /// <summary>Those of the network without residual connections.</summary>
    public IReadOnlyList<VisionRun> PlainRuns { get; } = Of<VisionRun>(Runs, PlainVisionTransformer.Info);

    public IReadOnlyList<TextRun> TextRuns { get; } = Of<TextRun>(Runs, CharacterGpt.Info);

    public TransformerRuns Vision => new("images", Ink.Blue, VisionTransformer.Info, Clothes, VisionRuns);

    public TransformerRuns Plain => new("images, plain", Ink.Vermillion, PlainVisionTransformer.Info, Clothes, PlainRuns);

    public TransformerRuns Reading => new("text", Ink.Blue, CharacterGpt.Info, "the character before", TextRuns);

    /// <summary>Those with residual connections.</summary>
    public IReadOnlyList<TransformerRuns> Both => [Vision, Reading];

    public IReadOnlyList<TransformerRuns> All => [Vision, Plain, Reading];

    /// <summary>How many patches an image has.</summary>
    public int Patches => Images.Test.Shape.Length / (ImagePatches.Side * ImagePatches.Side);

    public SeedSpread Accuracy => SeedSpread.Of(VisionRuns.Select(static run => run.Accuracy));

    public SeedSpread PlainAccuracy => SeedSpread.Of(PlainRuns.Select(static run => run.Accuracy));

    public SeedSpread Bits => SeedSpread.Of(TextRuns.Select(static run => run.Bits));

    private static IReadOnlyList<TRun> Of<TRun>(IReadOnlyList<TrainingRun> runs, NetworkInfo network)
        where TRun : TrainingRun => [.. runs.OfType<TRun>().Where(run => run.Network == network.Name)];
}
