using NetGen.Experiments.Running;

namespace NetGen.Experiments.Images;

/// <summary>A training of a network on images, and what it says of test images.</summary>
/// <param name="Setup">The name of the set of images.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Seed">The seed of weights and order of images.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="Epochs">How many of all test images it names right, at the end of each epoch.</param>
/// <param name="Glances">How many of the first of them, some times an epoch.</param>
/// <param name="TestLoss">The mean loss over all test images after the last step.</param>
/// <param name="Confusion">How many test images of each class, a row, it takes for each class, a column, after the last step.</param>
/// <param name="WorstMistakes">What it names wrong with the greatest loss.</param>
/// <param name="Start">Every layer before training.</param>
/// <param name="End">Every layer after it.</param>
internal sealed record ImageRun(
    string Setup,
    string Network,
    int Seed,
    int Steps,
    IReadOnlyList<float> Losses,
    [property: JsonPropertyOrder(1)] IReadOnlyList<Check> Epochs,
    [property: JsonPropertyOrder(1)] IReadOnlyList<Check> Glances,
    [property: JsonPropertyOrder(1)] double TestLoss,
    [property: JsonPropertyOrder(3)] IReadOnlyList<IReadOnlyList<int>> Confusion,
    [property: JsonPropertyOrder(3)] IReadOnlyList<Mistake> WorstMistakes,
    [property: JsonPropertyOrder(4)] IReadOnlyList<LayerRow> Start,
    [property: JsonPropertyOrder(4)] IReadOnlyList<LayerRow> End)
    : TrainingRun(Setup, Network, Seed, Steps, Losses)
{
    /// <summary>The share of all test images that it names right after the last step.</summary>
    public double Accuracy => Epochs[^1].Accuracy;

    /// <summary>How long its steps took, without measurements between them.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>What its first layer looks for, in units of its greatest weight.</summary>
    [JsonIgnore]
    public IReadOnlyList<float[]> Filters { get; init; } = [];

    /// <summary>The share of a class that it names right.</summary>
    public double Recall(int label) => (double)Confusion[label][label] / Math.Max(1, Confusion[label].Sum());

    /// <summary>The share of all mistakes that stay within a group of classes.</summary>
    public double MistakesWithin(IReadOnlyList<int> classes)
    {
        int all = Wrong(Enumerable.Range(0, Confusion.Count));
        return all == 0 ? double.NaN : (double)Wrong(classes) / all;

        int Wrong(IEnumerable<int> group) =>
            group.Sum(right => group.Where(taken => taken != right).Sum(taken => Confusion[right][taken]));
    }
}
