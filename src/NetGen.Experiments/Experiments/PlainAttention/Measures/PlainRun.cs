using NetGen.Experiments.Attention;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <summary>The training of a transformer with or without residual connections, or with coders in their place.</summary>
/// <param name="Declared">The network as it is declared.</param>
/// <param name="Info">The network.</param>
/// <param name="Seen">Its training, and a look inside before and after it.</param>
/// <param name="LostAtStart">What its coder loses at each stage of the stream before training, as <c>1 - R²</c>.</param>
/// <param name="LostAtEnd">The same after it.</param>
internal sealed record PlainRun(
    PlainDeclaration Declared,
    NetworkInfo Info,
    TransformerRun Seen,
    IReadOnlyList<double?> LostAtStart,
    IReadOnlyList<double?> LostAtEnd)
    : TrainingRun(Seen.Setup, Declared.Name, Seen.Seed, Seen.Steps, Seen.Losses)
{
    /// <summary>The share of test images that is named right after the last step, or the bits that a character takes.</summary>
    public double Score => Held[^1].Score;

    /// <summary>The mean loss of the last tenth of the steps.</summary>
    public double LateLoss => Losses.TakeLast(Math.Max(1, Steps / 10)).Average();

    /// <summary>What it knows of what is held out, in the course of its training.</summary>
    private IReadOnlyList<(int Step, double Score)> Held => Seen switch
    {
        VisionRun run => [.. run.Epochs.Select(check => ((int)Math.Round(check.Epoch * Steps / run.Epochs.Count), check.Accuracy))],
        TextRun run => [.. run.Checks.Select(static check => (check.Step, check.Bits)).Where(static check => check.Step > 0)],
        _ => throw new InvalidOperationException($"Expected a run on images or on text, got {Seen.GetType().Name}."),
    };

    public IReadOnlyList<double?> Lost(bool end) => end ? LostAtEnd : LostAtStart;

    /// <summary>How sharp the heads of each layer of attention are: their mean entropy, as a share of its bound.</summary>
    public IReadOnlyList<double> Entropy(bool end) =>
        [.. Seen.At(end).Heads.GroupBy(static head => head.Layer, static (_, heads) => heads.Average(static head => head.Share))];

    /// <summary>How long a step of it takes, if that was measured.</summary>
    public double? StepMicroseconds(IReadOnlyList<TrainingRun> all) => all.OfType<SpeedRun>()
        .SelectMany(static speed => speed.Times)
        .FirstOrDefault(time => (time.Network, time.Seed) == (Network, Seed))?.Microseconds;

    /// <summary>How it stands in <c>results.json</c>.</summary>
    /// <param name="all">All runs, with the measurement of speed if it was finished.</param>
    public object Row(IReadOnlyList<TrainingRun> all) => new
    {
        Network,
        Data = Setup,
        Declared.Depth,
        Seed,
        Parameters = Info.ParameterCount,
        Coder = Declared.Variant.Coder?.Letter,
        Epochs = (Seen as VisionRun)?.Epochs.Count,
        Steps,
        Checks = Held.Select(static check => check.Step),
        TrainLoss = Held.Select((check, index) =>
        {
            int from = index == 0 ? 0 : Held[index - 1].Step;
            return Losses.Skip(from).Take(check.Step - from).Average();
        }),
        TestAccuracy = Seen is VisionRun ? Held.Select(static check => check.Score) : null,
        BitsPerCharacter = Seen is TextRun ? Held.Select(static check => check.Score) : null,
        StepMicroseconds = StepMicroseconds(all),
        Layers = Seen.Start.Stages.Select((stage, index) => new
        {
            stage.Stage,
            stage.Name,
            Start = Part(end: false, index),
            End = Part(end: true, index),
        }),
        Losses,
    };

    private object Part(bool end, int stage)
    {
        StageRow row = Seen.At(end).Stages[stage];
        // The heads of a layer of attention are at the stage behind it.
        double? entropy = int.IsOddInteger(stage) && !Declared.Variant.Convolves ? Entropy(end)[stage / 2] : null;
        return new { row.Signal, row.Likeness, row.Rank, row.Gradient, Entropy = entropy, CoderLoss = Lost(end)[stage] };
    }
}
