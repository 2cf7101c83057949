using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The training of a network of the hypothesis, or of one that it is held against.</summary>
/// <param name="Setup">The name of its set-up.</param>
/// <param name="Network">The name of its variant.</param>
/// <param name="Depth">How many hidden layers it has.</param>
/// <param name="Coder">The coder: A, B, C, or none.</param>
/// <param name="Frozen">Whether the coder is not trained with the layers.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="UnseenLoss">The loss over unseen vectors after the last step.</param>
/// <param name="CoderError">What the coder loses after the last step, as <c>1 - R²</c>.</param>
/// <param name="Parameters">The number of parameters.</param>
/// <param name="SharedParameters">How many of them several layers use.</param>
internal sealed record HypothesisRun(
    string Setup,
    string Network,
    int Depth,
    string? Coder,
    bool Frozen,
    int Seed,
    IReadOnlyList<float> Losses,
    float UnseenLoss,
    double? CoderError,
    long Parameters,
    long SharedParameters)
    : TrainingRun(Setup, Network, Seed, Losses.Count, Losses)
{
    /// <summary>The share of the last steps whose losses are taken together: single batches differ.</summary>
    private const int LastShare = 10;

    /// <summary>What is varied in it, where a study is about that; otherwise empty.</summary>
    [JsonIgnore]
    public string Setting { get; init; } = "";

    /// <summary>The memory that its training takes, as the compiler planned it.</summary>
    [JsonIgnore]
    public TrainingMemory? Memory { get; init; }

    /// <summary>Its dead units before training, where they were counted.</summary>
    [JsonIgnore]
    public DeadUnits? DeadBefore { get; init; }

    /// <summary>The same after training.</summary>
    [JsonIgnore]
    public DeadUnits? DeadAfter { get; init; }

    /// <summary>The mean loss of the last tenth of the steps.</summary>
    [JsonIgnore]
    public double TrainLoss => Losses.TakeLast(Math.Max(1, Losses.Count / LastShare)).Average(static loss => (double)loss);

    /// <summary>The first step whose loss is no finite number, counted from 1; null if all are.</summary>
    [JsonIgnore]
    public int? BlewUpAt => Losses.Index().Where(static loss => !float.IsFinite(loss.Item)).Select(static loss => (int?)(loss.Index + 1))
        .FirstOrDefault();

    /// <summary>How it stands in <c>results.json</c>.</summary>
    /// <param name="all">All runs, with the measurement of speed if it was finished.</param>
    public object Row(IReadOnlyList<TrainingRun> all) => Setting.Length > 0 ? StudyRow(all) : new
    {
        Network, Depth, Coder, Frozen, Seed, FinalLoss, UnseenLoss, CoderError, Parameters, SharedParameters,
        StepMicroseconds = StepMicroseconds(all), Losses,
    };

    /// <summary>How long a step of it takes, if that was measured.</summary>
    public double? StepMicroseconds(IReadOnlyList<TrainingRun> all) => all.OfType<SpeedRun>()
        .SelectMany(static speed => speed.Times)
        .FirstOrDefault(time => (time.Network, time.Depth, time.Coder, time.Seed) == (Network, Depth, Coder, Seed))?.Microseconds;

    private object StudyRow(IReadOnlyList<TrainingRun> all) => new
    {
        Network, Setting, Depth, Coder, Seed, Parameters, TrainLoss, UnseenLoss, CoderError, StepMicroseconds = StepMicroseconds(all),
        TrainingBytes = Memory?.Total, BlewUpAt, DeadBefore, DeadAfter, Losses,
    };
}
