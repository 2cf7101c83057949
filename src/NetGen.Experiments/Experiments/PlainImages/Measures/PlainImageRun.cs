using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainImages;

/// <summary>A training of a network of the comparison, as it stands in <c>results.json</c>.</summary>
/// <param name="Setup">The name of its set-up.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Seed">The seed of weights and order of images.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="Start">What goes on inside before training.</param>
/// <param name="End">What goes on inside after it.</param>
internal sealed record PlainImageRun(
    string Setup, string Network, int Seed, int Steps, IReadOnlyList<float> Losses, Inside Start, Inside End)
    : TrainingRun(Setup, Network, Seed, Steps, Losses)
{
    /// <summary>The network as it was declared.</summary>
    [JsonIgnore]
    public required ImageNetwork Declared { get; init; }

    /// <summary>The name of the set of images.</summary>
    public required string Data { get; init; }

    public int Depth => Declared.Shape.Depth;

    public bool Norm => Declared.Norm;

    /// <summary>A, B, C, or null.</summary>
    public string? Coder => Declared.Way.Coder();

    /// <summary>What the coder of each stage loses of rectified normal vectors, or of what it is made for, as <c>1 - R²</c>.</summary>
    public required IReadOnlyList<double> CoderErrors { get; init; }

    public required long Parameters { get; init; }

    /// <summary>How many of them are trained.</summary>
    public required long Trained { get; init; }

    public required int Epochs { get; init; }

    /// <summary>The mean loss of the last tenth of the steps.</summary>
    public double TrainLoss => Losses.TakeLast(Math.Max(1, Steps / 10)).Average();

    /// <summary>The share of test images that it names right, at the end of each epoch.</summary>
    public required IReadOnlyList<double> TestAccuracy { get; init; }

    /// <summary>What it was folded to after training; null where it does not fold.</summary>
    public FoldedRow? Folded { get; init; }

    /// <summary>After the last epoch.</summary>
    public double Accuracy => TestAccuracy[^1];

    /// <summary>What goes on inside before training, or after it.</summary>
    public Inside At(bool after) => after ? End : Start;

    /// <summary>How it stands in <c>results.json</c>.</summary>
    /// <param name="all">All runs, with the measurements of speed that were finished.</param>
    public object Row(IReadOnlyList<TrainingRun> all)
    {
        SpeedRow? speed = SpeedOf(Network, all);
        return new
        {
            Setup, Network, Data, Depth, Norm, Way = Declared.Way.Label(), Declared.LearnerShare, Seed, Parameters, Trained, Coder,
            CoderErrors, Epochs, Steps, TrainLoss, TestAccuracy, speed?.StepMicroseconds, speed?.PredictMicroseconds,
            speed?.FoldedMicroseconds, Folded,
            Layers = new { Start, End }, Losses,
        };
    }

    public static SpeedRow? SpeedOf(string network, IReadOnlyList<TrainingRun> all) =>
        all.OfType<ImageSpeedRun>().SelectMany(static run => run.Rows).FirstOrDefault(row => row.Network == network);
}
