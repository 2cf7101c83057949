using NetGen.Experiments.Data;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>A network of blocks, how its weights start and how it is trained.</summary>
/// <param name="Label">Its name among others.</param>
/// <param name="Start">Learning rate and size of the starting weights.</param>
internal abstract record DeepVariant(string Label, DeepStart Start)
{
    public const int InspectedExamples = 64;

    public abstract NetworkInfo Network { get; }

    /// <summary>Whether its blocks are wider than in the studies: it then takes half a gigabyte to train.</summary>
    public bool IsWide => Network.Layers[0].OutputWidth > 64;

    /// <summary>The panel of a figure that it stands in, beside others of its kind.</summary>
    public string Family { get; init; } = "";

    /// <summary>Its name among all.</summary>
    public string Name => Family.Length > 0 ? $"{Label}, {Family}" : Label;

    /// <summary>The colour of its lines.</summary>
    public Ink Ink { get; init; }

    /// <summary>Whether its lines are dashed.</summary>
    public bool Dashed { get; init; }

    public static DeepVariant Of<TNetwork>(string label, DeepStart start, Func<int, TNetwork> create)
        where TNetwork : class, INetwork => new Typed<TNetwork>(label, start, create);

    /// <summary>Its training from a seed.</summary>
    /// <param name="settings">Steps and batch.</param>
    /// <param name="seed">The seed of weights and data.</param>
    /// <param name="logEvery">How many steps lie between two measurements of the gradient.</param>
    public Training Training(Settings settings, int seed, int logEvery) =>
        new(Name, Network.Name, seed, settings.Steps, (report, stop) => Train(settings, seed, logEvery, report, stop));

    /// <summary>Whether its weights start as the network declares, so that what the compiler expects of the network holds of it.</summary>
    public abstract bool StartsAsDeclared { get; }

    /// <summary>Its runs, out of many.</summary>
    public DeepRuns Of(IEnumerable<DeepRun> runs) => new(
        Label, Family, Ink, [.. runs.Where(run => run.Setup == Name)], StartsAsDeclared ? new ExpectedBlocks(Network) : null)
        {
            Dashed = Dashed,
        };

    /// <summary>The outputs of the network before any training.</summary>
    public abstract float[] AnswersAtStart(int seed, ReadOnlySpan<float> inputs);

    protected abstract DeepRun Train(Settings settings, int seed, int logEvery, Action<StepReport> report, CancellationToken stop);

    private sealed record Typed<TNetwork>(string Label, DeepStart Start, Func<int, TNetwork> Create) : DeepVariant(Label, Start)
        where TNetwork : class, INetwork
    {
        private readonly IReadOnlyList<BlockLayout> blocks = BlockLayout.Of(TNetwork.Info);

        public override NetworkInfo Network => TNetwork.Info;

        public override bool StartsAsDeclared => !Changes.Any();

        /// <summary>
        /// The weights that are to start otherwise than declared, and the factor that makes them. What a few roundings make of 1/√50 is
        /// no change.
        /// </summary>
        private IEnumerable<(string Weight, float Factor)> Changes =>
            from block in blocks
            from weight in new[]
            {
                (Name: block.FirstWeight, Scale: Start.Gain), (Name: block.LastWeight, Scale: Start.Gain * Start.LastScale),
            }
            let declared = TNetwork.Info.Parameters.First(parameter => parameter.Name == weight.Name).InitScale
            where Math.Abs(weight.Scale - declared) > 1e-6f * Math.Abs(declared)
            select (weight.Name, weight.Scale / declared);

        public override float[] AnswersAtStart(int seed, ReadOnlySpan<float> inputs)
        {
            float[] outputs = new float[inputs.Length / TNetwork.Info.InputWidth * TNetwork.Info.OutputWidth];
            Begin(seed).Predict(inputs, outputs);
            return outputs;
        }

        protected override DeepRun Train(Settings settings, int seed, int logEvery, Action<StepReport> report, CancellationToken stop)
        {
            // Counted on this thread alone: others train beside it.
            long before = GC.GetAllocatedBytesForCurrentThread();
            TNetwork network = Begin(seed);
            var trainer = network.CreateTrainer(
                new Adam(Start.LearningRate), Loss.MeanSquaredError, Math.Max(settings.Batch, InspectedExamples));
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            WaveTask task = new(DataStream.Of(seed));
            ReadOnlySpan<float> inspected = task.Inputs.AsSpan(0, InspectedExamples * TNetwork.Info.InputWidth);
            ReadOnlySpan<float> answers = task.Targets.AsSpan(0, InspectedExamples);
            IReadOnlyList<BlockRow> start = BlockInspection.Of(trainer, inspected, answers);

            Parameter watched = trainer.Gradients[blocks[0].FirstWeight];
            float[] inputs = new float[settings.Batch * TNetwork.Info.InputWidth];
            float[] targets = new float[settings.Batch];
            float[] losses = new float[settings.Steps];
            List<int> logged = [];
            List<double> norms = [];
            for (int step = 1; step <= losses.Length; step++)
            {
                stop.ThrowIfCancellationRequested();
                task.Next(inputs, targets);
                losses[step - 1] = trainer.Step(inputs, targets);
                if ((step - 1) % logEvery == 0)
                {
                    logged.Add(step);
                    norms.Add(BlockInspection.Norm(watched.ToArray()));
                }

                report(new StepReport(step, losses[step - 1], norms[^1]));
            }

            return new DeepRun(
                Name, TNetwork.Info.Name, seed, settings.Steps, losses, trainer.Evaluate(task.Inputs, task.Targets), logged, norms,
                start, BlockInspection.Of(trainer, inspected, answers))
            {
                AllocatedBytes = allocated,
                LossOfMean = task.LossOfMean,
            };
        }

        private TNetwork Begin(int seed)
        {
            TNetwork network = Create(seed);
            foreach ((string weight, float factor) in Changes)
                network.Parameters[weight].Scale(factor);

            return network;
        }
    }
}
