using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A network, how it starts, and how it is trained.</summary>
/// <param name="Network">Its name in results.</param>
/// <param name="Depth">Its number of hidden layers.</param>
/// <param name="Class">Gives its class, which may be known only once it was compiled.</param>
internal sealed record HypothesisVariant(string Network, int Depth, Func<HypothesisNetwork> Class)
{
    public const int UnseenVectors = 2048;
    public const int TrainingVectors = 1000;
    public const float StandardRate = 1e-3f;

    /// <summary>The bar that its progress is shown by, together with others of its set-up.</summary>
    public required string Bar { get; init; }

    /// <summary>The coder of its layers, if they have one.</summary>
    public CoderChoice? Coder { get; init; }

    /// <summary>Whether the coder is not trained with the layers.</summary>
    public bool Frozen { get; init; }

    /// <summary>Parameters that are trained differently from the others.</summary>
    public IReadOnlyList<ParameterGroup> Groups { get; init; } = [];

    /// <summary>Adam's learning rate.</summary>
    public float LearningRate { get; init; } = StandardRate;

    /// <summary>What is varied in it, where a study is about that; otherwise empty.</summary>
    public string Setting { get; init; } = "";

    /// <summary>What is done to its parameters before it is trained.</summary>
    public Action<ParameterSet, NetworkInfo> Change { get; init; } = static (_, _) => { };

    /// <summary>Whether its dead units are counted, before training and after it.</summary>
    public bool CountsDeadUnits { get; init; }

    /// <summary>The network as it is declared.</summary>
    public NetworkInfo Info => Class().Info;

    /// <summary>The name of its line or row.</summary>
    public required string Label { get; init; }

    /// <summary>The number of hidden units of its coder.</summary>
    public int CoderWidth => Info.Parameters.First(parameter => parameter.Blocks.Contains(Coder!.Block)).Shape[0];

    public Ink Ink { get; init; }

    public bool Dashed { get; init; }

    /// <summary>Its runs and times, out of all.</summary>
    public HypothesisRuns Of(IReadOnlyList<TrainingRun> runs)
    {
        HypothesisRun[] own = [.. runs.OfType<HypothesisRun>().Where(IsOwn)];
        return new HypothesisRuns(this, own, [.. own.Select(run => run.StepMicroseconds(runs) ?? double.NaN)]) { Dashed = Dashed };
    }

    /// <summary>How long a step of it takes, to be measured.</summary>
    public StepTime TimeOf(int seed) => new(Network, Depth, Coder?.Letter, seed, double.NaN);

    public static HypothesisVariant Of<TNetwork>(string name, int depth, string bar, string label)
        where TNetwork : class, INetwork =>
            new(name, depth, static () => HypothesisNetwork.Of(typeof(TNetwork))) { Bar = bar, Label = label };

    /// <summary>Its training from a seed.</summary>
    /// <param name="settings">Steps and batch.</param>
    /// <param name="seed">The seed of weights and data.</param>
    /// <param name="coders">The coders of that seed that are trained alone.</param>
    public Training Training(Settings settings, int seed, IReadOnlyList<Pretraining> coders) =>
        new(
            $"{Depth} layers",
            Bar,
            seed,
            settings.Steps,
            (report, stop) => Class().Train(this, settings, seed, coders, report, stop));

    private bool IsOwn(HypothesisRun run) =>
        (run.Network, run.Depth, run.Coder, run.Setting) == (Network, Depth, Coder?.Letter, Setting);
}
