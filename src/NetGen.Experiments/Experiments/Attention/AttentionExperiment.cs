using NetGen.Data;
using NetGen.Experiments.Images;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Attention;

/// <summary>
/// Attention: a transformer learns to tell images apart, with and without residual connections, and another to write; heads and stream are
/// looked into. Claims and verdict stand in the other parts of this class.
/// </summary>
internal sealed partial class AttentionExperiment : Experiment
{
    private const int MostExamples = 60_000;

    private static readonly Folder data = new("--data", "The folder of Fashion-MNIST's four files.", FashionMnist.DebianFolder);
    private static readonly TextFile text = new(
        "--text", "The text to read. By default the pages of this project's documentation.", ProjectDocs.Name);
    private static readonly WholeNumber epochs = new("--epochs", "How often every image is seen.", 1, 1000, 3);
    private static readonly WholeNumber examples = new(
        "--examples", "How many of the images to train with are taken.", 1, MostExamples, 20_000);
    private static readonly RealNumber learningRate = new("--lr", "The highest learning rate.", 1e-6f, 10, 2e-3f);

    public override string Name => "attention";

    public override string Question => "What do heads look at, and what keeps deep attention trainable?";

    public override IReadOnlyList<NetworkInfo> Networks => [VisionTransformer.Info, PlainVisionTransformer.Info, CharacterGpt.Info];

    public override IReadOnlyList<ExperimentOption> Options => [data, text, epochs, examples, learningRate];

    public override int DefaultSeeds => 1;

    /// <summary>Of text; those of images follow from epochs.</summary>
    public override int DefaultSteps => 1500;

    public override int DefaultBatch => 32;

    public override int LargestBatch => 1024;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "figures/attention_maps", "figures/head_entropy", "figures/watched", "figures/text_map", "figures/accuracy",
        "figures/bits_per_character", "figures/likeness", "figures/signal", "figures/gradient",
    ];

    public override string? Objection(Settings settings) => ImageTask.ObjectionTo(
        data.Name, settings[data], settings[examples],
        images => images.Objection(settings.Batch) ?? TextTask.ObjectionTo(text.Name, settings[text]));

    public override string Work(Settings settings, int trainings) =>
        $"{Number.Count(trainings, "training")}, of {Number.Count(settings[epochs], "epoch")} on images and of "
            + $"{Number.Count(settings.Steps, "step")} on text";

    public override IReadOnlyList<Training> Plan(Settings settings)
    {
        AttentionRecipe recipe = Recipe(settings);
        ImageTask images = LoadImages(settings);
        Gaze clothes = ImagePatches.AtClothes(images.Test);
        TextTraining<CharacterGpt> reading = new(static seed => new CharacterGpt(seed), LoadText(settings), recipe);
        VisionTraining<VisionTransformer> vision = new(static seed => new VisionTransformer(seed), images, clothes, recipe);
        VisionTraining<PlainVisionTransformer> plain = new(static seed => new PlainVisionTransformer(seed), images, clothes, recipe);
        return [.. settings.AllSeeds.SelectMany(seed => new[] { reading.From(seed), vision.From(seed), plain.From(seed) })];
    }

    private static ImageTask LoadImages(Settings settings) => ImageTask.Load(settings[data], settings[examples]);

    private static TextTask LoadText(Settings settings) => TextTask.Load(settings[text]);

    private static AttentionRecipe Recipe(Settings settings) =>
        new(settings[epochs], settings.Steps, settings.Batch, settings[learningRate]);
}
