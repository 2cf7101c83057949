using NetGen.Experiments.Data;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A network, how it starts, and how it is trained.</summary>
/// <param name="Network">Its name in results.</param>
/// <param name="Depth">Its number of hidden layers.</param>
internal abstract record HypothesisVariant(string Network, int Depth)
{
    public const int UnseenVectors = 2048;
    public const int TrainingVectors = 1000;
    public const float LearningRate = 1e-3f;

    /// <summary>The bar that its progress is shown by, together with others of its set-up.</summary>
    public required string Bar { get; init; }

    /// <summary>The coder of its layers, if they have one.</summary>
    public CoderChoice? Coder { get; init; }

    /// <summary>Whether the coder is not trained with the layers.</summary>
    public bool Frozen { get; init; }

    /// <summary>Parameters that are trained differently from the others.</summary>
    public IReadOnlyList<ParameterGroup> Groups { get; init; } = [];

    /// <summary>The network as it is declared.</summary>
    public abstract NetworkInfo Info { get; }

    /// <summary>The name of its line or row.</summary>
    public required string Label { get; init; }

    /// <summary>The number of hidden units of its coder.</summary>
    public int CoderWidth => Info.Parameters.First(parameter => parameter.Blocks.Contains(Coder!.Block)).Shape[0];

    public Ink Ink { get; init; }

    public bool Dashed { get; init; }

    /// <summary>Its runs and times, out of all.</summary>
    public HypothesisRuns Of(IReadOnlyList<TrainingRun> runs)
    {
        HypothesisRun[] own =
        [
            .. runs.OfType<HypothesisRun>().Where(run => run.Network == Network && run.Depth == Depth && run.Coder == Coder?.Letter),
        ];
        return new HypothesisRuns(this, own, [.. own.Select(run => run.StepMicroseconds(runs) ?? double.NaN)]) { Dashed = Dashed };
    }

    /// <summary>How long a step of it takes, to be measured.</summary>
    public StepTime TimeOf(int seed) => new(Network, Depth, Coder?.Letter, seed, double.NaN);

    public static HypothesisVariant Of<TNetwork>(string name, int depth, string bar, string label, Func<int, TNetwork> create)
        where TNetwork : class, INetwork => new Typed<TNetwork>(name, depth, create) { Bar = bar, Label = label };

    /// <summary>Its training from a seed.</summary>
    /// <param name="settings">Steps and batch.</param>
    /// <param name="seed">The seed of weights and data.</param>
    /// <param name="coders">The coders of that seed that are trained alone.</param>
    public Training Training(Settings settings, int seed, IReadOnlyList<Pretraining> coders) =>
        new($"{Depth} layers", Bar, seed, settings.Steps, (report, stop) => Train(settings, seed, coders, report, stop));

    /// <summary>Begins a training and gives what takes a step of it.</summary>
    public abstract Func<float> Steps(Settings settings, int seed, IReadOnlyList<Pretraining> coders, CancellationToken stop);

    protected abstract HypothesisRun Train(
        Settings settings, int seed, IReadOnlyList<Pretraining> coders, Action<StepReport> report, CancellationToken stop);

    private sealed record Typed<TNetwork>(string Network, int Depth, Func<int, TNetwork> Create) : HypothesisVariant(Network, Depth)
        where TNetwork : class, INetwork
    {
        public override NetworkInfo Info => TNetwork.Info;

        protected override HypothesisRun Train(
            Settings settings, int seed, IReadOnlyList<Pretraining> coders, Action<StepReport> report, CancellationToken stop)
        {
            TNetwork network = Begin(seed, coders, stop);
            SeededRandom random = DataStream.Of(seed);
            float[] unseen = Uniform.Array(UnseenVectors * Info.InputWidth, random);
            FixedBatches batches = new(Uniform.Array(TrainingVectors * Info.InputWidth, random), Info.InputWidth, random);
            var trainer = CreateTrainer(network, settings);

            float[] losses = IdentityTraining.Run(trainer, batches, settings.Steps, settings.Batch, report, stop);

            return new HypothesisRun(
                $"{Depth} layers",
                Network,
                Depth,
                Coder?.Letter,
                Frozen,
                seed,
                losses,
                trainer.Evaluate(unseen, unseen),
                CoderError(network, seed),
                Info.Parameters.Sum(static parameter => (long)parameter.Count), SharedParameters);
        }

        public override Func<float> Steps(Settings settings, int seed, IReadOnlyList<Pretraining> coders, CancellationToken stop)
        {
            var trainer = CreateTrainer(Begin(seed, coders, stop), settings);
            float[] batch = Uniform.Array(settings.Batch * Info.InputWidth, DataStream.Of(seed));
            return () => trainer.Step(batch, batch);
        }

        private Trainer<TNetwork, Adam, MeanSquaredError> CreateTrainer(TNetwork network, Settings settings) =>
            network.CreateTrainer(new Adam(LearningRate), Loss.MeanSquaredError, settings.Batch, groups: Groups);

        private long SharedParameters =>
            Coder is null || Coder.IsOwn
                ? 0
                : Info.Parameters.Where(parameter => parameter.Blocks.Contains(Coder.Block)).Sum(static parameter => (long)parameter.Count);

        private TNetwork Begin(int seed, IReadOnlyList<Pretraining> coders, CancellationToken stop)
        {
            TNetwork network = Create(seed);
            Coder?.Of(coders, stop).CopyTo(network.Parameters, Info, Coder.Block);
            return network;
        }

        private double? CoderError(TNetwork network, int seed) => Coder is null
            ? null
            : PlainNetHypothesis.Coder.In(network.Parameters, Info, Coder.Block).Average(coder => Coder.Error(coder, seed));
    }
}
