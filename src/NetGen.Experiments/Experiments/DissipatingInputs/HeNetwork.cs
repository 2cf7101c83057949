using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>A declared network of equally wide layers, the same activation in each, with a linear output behind them.</summary>
/// <param name="Kind">What its layers compute.</param>
/// <param name="Activation">Their activation.</param>
internal abstract record HeNetwork(string Kind, string Activation)
{
    public const int InspectedVectors = 256;
    public const int UnseenVectors = 1024;
    public const float LearningRate = 1e-3f;

    private const int ReadoutVectors = 2048;

    /// <summary>A step of a wide network costs twelve times one of a narrow one: wide ones take fewer, by this factor.</summary>
    private const int WideShare = 20;

    public abstract NetworkInfo Network { get; }

    public int Width => Network.InputWidth;

    /// <summary>The number of its layers; the output is not one of them.</summary>
    public int Depth => Network.Layers.Length - 1;

    public string Setup => $"width {Width}";

    /// <summary>How many steps its training takes.</summary>
    public int Steps(Settings settings) =>
        Width == DissipatingInputsExperiment.Narrow ? settings.Steps : Math.Max(1, settings.Steps / WideShare);

    public static HeNetwork Of<TNetwork>(string kind, string activation, Func<int, TNetwork> create)
        where TNetwork : class, INetwork => new Typed<TNetwork>(kind, activation, create);

    /// <summary>Its training from a seed.</summary>
    public Training Training(Settings settings, int seed) =>
        new(Setup, Kind, seed, Steps(settings), (report, stop) => Train(settings, seed, report, stop));

    /// <summary>What a linear readout of layers recovers of inputs, before any training.</summary>
    /// <param name="seed">The seed of weights and data.</param>
    /// <param name="layers">The layers, from 1.</param>
    /// <param name="pictures">Inputs to be read back.</param>
    public abstract IReadOnlyList<LayerReadout> ReadBack(int seed, IReadOnlyList<int> layers, IReadOnlyList<float[]> pictures);

    protected abstract DissipationRun Train(Settings settings, int seed, Action<StepReport> report, CancellationToken stop);

    private sealed record Typed<TNetwork>(string Kind, string Activation, Func<int, TNetwork> Create) : HeNetwork(Kind, Activation)
        where TNetwork : class, INetwork
    {
        public override NetworkInfo Network => TNetwork.Info;

        public override IReadOnlyList<LayerReadout> ReadBack(int seed, IReadOnlyList<int> layers, IReadOnlyList<float[]> pictures)
        {
            SeededRandom random = DataStream.Of(seed);
            float[] fitted = Uniform.Array(ReadoutVectors * Width, random);
            float[] held = Uniform.Array(InspectedVectors * Width, random);
            float[] shown = [.. pictures.SelectMany(static picture => picture)];
            TNetwork network = Create(seed);
            float[][] ofFitted = Look(network, fitted).Streams;
            float[][] ofHeld = Look(network, held).Streams;
            float[][] ofShown = Look(network, shown).Streams;
            return
            [
                .. from layer in layers
                   let readout = new LinearReadout(ofFitted[layer - 1], fitted, Width)
                   select new LayerReadout(
                       layer,
                       readout.Share(ofHeld[layer - 1], held),
                       [.. ofShown[layer - 1].Chunk(Width).Select(row => readout.Read(row))]),
            ];
        }

        protected override DissipationRun Train(Settings settings, int seed, Action<StepReport> report, CancellationToken stop)
        {
            SeededRandom random = DataStream.Of(seed);
            float[] unseen = Uniform.Array(UnseenVectors * Width, random);
            float[] inspected = unseen[..(InspectedVectors * Width)];
            FreshBatches batches = new(random);
            TNetwork network = Create(seed);
            IReadOnlyList<DissipationRow> start = [.. Inspect(network, inspected).Select(Predict)];

            var trainer = network.CreateTrainer(new Adam(LearningRate), Loss.MeanSquaredError, settings.Batch);
            float[] losses = IdentityTraining.Run(trainer, batches, Steps(settings), settings.Batch, report, stop);

            return new DissipationRun(
                Setup,
                Kind,
                Activation,
                Width,
                Depth,
                seed,
                losses.Length,
                losses,
                trainer.Evaluate(unseen, unseen),
                start,
                Inspect(network, inspected));
        }

        private IReadOnlyList<DissipationRow> Inspect(TNetwork network, float[] inputs)
        {
            BatchCopy copy = Look(network, inputs);
            return
            [
                .. Enumerable.Range(0, Depth)
                    .Select(layer => DissipationRow.Of(layer + 1, PreActivations(copy, layer, inputs), copy.Streams[layer], Width)),
            ];
        }

        /// <summary>
        /// Adds what the compiler knows of the declared start. With a residual connection z is h + W h + b, and what comes in and what new
        /// weights make of it are at right angles.
        /// </summary>
        private DissipationRow Predict(DissipationRow row)
        {
            ExpectedSignal layer = TNetwork.Info.Layers[row.Index - 1].Expected;
            double branch = Square(layer.PreActivationDeviation);
            double input = row.Index == 1 ? Uniform.Variance : Square(TNetwork.Info.Layers[row.Index - 2].Expected.StreamDeviation);
            return row with
            {
                PredictedVariance = Kind == LayerKind.Plain ? branch : input + branch,
                PredictedCosine = layer.Cosine,
                PredictedSurvival = layer.PositiveShare,
            };
        }

        private static double Square(double value) => value * value;

        /// <summary>
        /// What a layer's activation is applied to: with a residual connection, its input and the result of its Linear together.
        /// </summary>
        private float[] PreActivations(BatchCopy copy, int layer, float[] inputs)
        {
            float[] linear = copy.PreActivations[layer];
            return Kind == LayerKind.Plain
                ? linear
                : [.. linear.Zip(layer == 0 ? inputs : copy.Streams[layer - 1], static (branch, input) => input + branch)];
        }

        private static BatchCopy Look(TNetwork network, float[] inputs)
        {
            BatchCopy copy = new(TNetwork.Info.Layers.Length);
            BatchCopyProbe probe = new(copy);
            network.CreateTrainer(new Sgd(0), Loss.MeanSquaredError, inputs.Length / TNetwork.Info.InputWidth)
                .Inspect(inputs, inputs, ref probe);
            return copy;
        }
    }
}
