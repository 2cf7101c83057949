using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Images;

/// <summary>What was measured of both networks, side by side.</summary>
/// <param name="Task">The images.</param>
/// <param name="Recipe">How the networks were trained.</param>
/// <param name="Plain">The network without batch norm.</param>
/// <param name="Residual">The residual network.</param>
internal sealed record ImageComparison(ImageTask Task, ImageRecipe Recipe, ImageRuns Plain, ImageRuns Residual)
{
    /// <summary>What is worn above the waist: these classes look alike.</summary>
    public static IReadOnlyList<string> Tops { get; } = ["T-shirt/top", "Pullover", "Dress", "Coat", "Shirt"];

    public IReadOnlyList<ImageRuns> Networks => [Plain, Residual];

    public IReadOnlyList<string> Classes => Task.Test.Classes;

    /// <summary>The share of all mistakes that are between tops.</summary>
    public SeedSpread MistakesBetweenTops(ImageRuns network)
    {
        int[] tops = [.. Tops.Select(top => Classes.ToList().IndexOf(top))];
        return network.Over(run => run.MistakesWithin(tops));
    }

    /// <summary>The class that is least often named right, over all seeds.</summary>
    public int HardestClass(ImageRuns network) =>
        Enumerable.Range(0, Classes.Count).MinBy(label => network.Over(run => run.Recall(label)).Median);
}
