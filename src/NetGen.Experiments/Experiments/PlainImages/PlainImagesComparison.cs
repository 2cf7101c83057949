using NetGen.Experiments.Images;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainImages;

/// <summary>What was measured of all networks, side by side.</summary>
/// <param name="Task">The images.</param>
/// <param name="Recipe">How the networks were trained.</param>
/// <param name="All">The runs of every network.</param>
internal sealed record PlainImagesComparison(ImageTask Task, PlainImagesRecipe Recipe, IReadOnlyList<PlainImageRuns> All)
{
    /// <summary>
    /// Up to which difference two accuracies count as on a par: of 2,000 images, chance moves one by about as much.
    /// </summary>
    public const double Par = 0.01;

    /// <summary>The images that readouts are fitted to and tried on.</summary>
    public Gallery Gallery { get; } = new(Task);

    /// <summary>What lines and bands stand for where single seeds are not drawn.</summary>
    public string Bands =>
        All[0].Runs.Count is var seeds and > 1 ? $"Lines: median of {seeds} seeds; bands: the middle half." : "One seed.";

    public IReadOnlyList<int> Depths { get; } = [.. All.Select(static runs => runs.Network.Shape.Depth).Distinct().Order()];

    public int Deepest => Depths[^1];

    public PlainImageRuns this[Way way, bool norm, int depth, double share = 1] => All.Single(
        runs => runs.Network.Way == way && runs.Network.Norm == norm && runs.Network.Shape.Depth == depth
            && runs.Network.LearnerShare == share);

    /// <summary>Networks whose learners are as wide as the residual network's.</summary>
    public IReadOnlyList<PlainImageRuns> Whole(bool norm, int depth) =>
    [
        .. All.Where(runs => runs.Network.Norm == norm && runs.Network.Shape.Depth == depth && runs.Network.LearnerShare == 1),
    ];

    /// <summary>Ways that are compared at any depth, with a norm or without.</summary>
    public IEnumerable<Way> AllWays(bool norm) =>
        Depths.SelectMany(depth => Whole(norm, depth)).Select(static runs => runs.Network.Way).Distinct().Order();

    /// <summary>Ways that are compared at the greatest depth.</summary>
    public IEnumerable<Way> WaysOf(bool norm) => Whole(norm, Deepest).Select(static runs => runs.Network.Way);

    /// <summary>Its networks, from the least depth on.</summary>
    public IEnumerable<PlainImageRuns> Ladder(Way way, bool norm) =>
        Depths.SelectMany(depth => Whole(norm, depth)).Where(runs => runs.Network.Way == way);

    /// <summary>The networks of a way whose learners shrink, from the smallest on; empty where they were not trained.</summary>
    public IReadOnlyList<PlainImageRuns> Frontier(Way way) =>
    [
        .. All.Where(runs => runs.Network.Way == way && runs.Network is { Norm: true, Shape.Depth: ImageNetworks.FrontierDepth })
            .OrderBy(static runs => runs.Network.LearnerShare),
    ];

    /// <summary>By how much one network names more right than another, seed by seed.</summary>
    public static SeedSpread Ahead(PlainImageRuns one, PlainImageRuns other) =>
        SeedSpread.Of(one.Runs.Zip(other.Runs, static (own, others) => own.Accuracy - others.Accuracy));
}
