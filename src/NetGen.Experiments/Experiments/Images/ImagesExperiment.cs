using NetGen.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Images;

/// <summary>
/// Images: two small networks are to tell the clothes of Fashion-MNIST apart. Claims and verdict stand in the other parts of this class.
/// </summary>
internal sealed partial class ImagesExperiment : Experiment
{
    private static readonly ImageVariant plain = ImageVariant.Of("ConvNet", Ink.Vermillion, static seed => new ConvNet(seed));
    private static readonly ImageVariant residual = ImageVariant.Of("ResNet-8", Ink.Blue, static seed => new ResNet8(seed));
    private static readonly IReadOnlyList<ImageVariant> variants = [plain, residual];

    private static readonly Folder data = new("--data", "The folder of Fashion-MNIST's four files.", FashionMnist.DebianFolder);
    private static readonly WholeNumber epochs = new("--epochs", "How often every image is seen.", 1, 1000, 2);
    private static readonly WholeNumber examples = new(
        "--examples", "How many of the images to train with are taken.", 1, MostExamples, MostExamples);
    private static readonly RealNumber learningRate = new("--lr", "The highest learning rate.", 1e-6f, 10, 0.05f);
    private static readonly Switch augment = new(
        "--augment", $"Moves images by up to {ImageRecipe.Pad} pixels and mirrors every second one, by chance.");

    private const int MostExamples = 60_000;

    public override string Name => "images";

    public override string Question => "How well do two small networks of convolutions tell clothes apart, and what do they get wrong?";

    public override IReadOnlyList<NetworkInfo> Networks => [.. variants.Select(static variant => variant.Network)];

    public override IReadOnlyList<ExperimentOption> Options => [data, epochs, examples, learningRate, augment];

    public override int DefaultSeeds => 1;

    public override bool TakesSteps => false;

    /// <summary>Steps follow from epochs.</summary>
    public override int DefaultSteps => 1;

    public override int DefaultBatch => 64;

    public override int LargestBatch => 1024;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "figures/accuracy", "figures/training_loss", "figures/confusion", "figures/worst_mistakes", "figures/first_filters",
        "figures/signal", "figures/gradient",
    ];

    public override string? Objection(Settings settings) => ImageTask.ObjectionTo(
        data.Name, settings[data], settings[examples],
        images => images.Objection(settings.Batch));

    public override string Work(Settings settings, int trainings) =>
        $"{Number.Count(trainings, "training")} of {Number.Count(settings[epochs], "epoch")}";

    public override IReadOnlyList<Training> Plan(Settings settings)
    {
        ImageTask task = Load(settings);
        ImageRecipe recipe = Recipe(settings);
        return [.. from seed in settings.AllSeeds from variant in variants select variant.Training(task, recipe, seed)];
    }

    private static ImageTask Load(Settings settings) => ImageTask.Load(settings[data], settings[examples]);

    private static ImageRecipe Recipe(Settings settings) =>
        new(settings[epochs], settings.Batch, settings[learningRate], settings[augment]);
}
