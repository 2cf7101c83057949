using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A kind of coder that is trained alone, on rectified normal vectors, before layers use it.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Block">The full name of its block.</param>
/// <param name="Tied">Whether it starts with <c>D = Eᵀ</c>; otherwise it starts with two independent orthogonal matrices.</param>
internal abstract record CoderKind(string Label, string Block, bool Tied)
{
    public const float LearningRate = 3e-3f;

    public static CoderKind A { get; } = new Of<WideAutoencoder>("A", typeof(WideCoder).FullName!, Tied: true, static seed => new(seed));

    public static CoderKind B { get; } = new Of<HalfAutoencoder>("B", typeof(HalfCoder).FullName!, Tied: true, static seed => new(seed));

    public static CoderKind UntiedA { get; } = new Of<WideAutoencoder>(
        "A, untied", typeof(WideCoder).FullName!, Tied: false, static seed => new(seed));

    public static CoderKind Quarter { get; } = new Of<Autoencoder32>(
        "width 32", typeof(Coder32).FullName!, Tied: true, static seed => new(seed));

    public static CoderKind Eighth { get; } = new Of<Autoencoder16>(
        "width 16", typeof(Coder16).FullName!, Tied: true, static seed => new(seed));

    /// <summary>Trains one.</summary>
    public abstract CoderRun Train(string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop);

    private sealed record Of<TAutoencoder>(string Label, string Block, bool Tied, Func<int, TAutoencoder> Create)
        : CoderKind(Label, Block, Tied)
        where TAutoencoder : class, INetwork
    {
        public override CoderRun Train(string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop)
        {
            TAutoencoder network = Create(seed);
            if (Tied)
                Tie(network.Parameters);

            RectifiedNormal vectors = new(DataStream.OfCoder(seed));
            var trainer = network.CreateTrainer(new Adam(LearningRate), Loss.MeanSquaredError, batch, schedule: Schedule.Cosine(steps));
            float[] losses = IdentityTraining.Run(trainer, vectors, steps, batch, report, stop);

            return new CoderRun(setup, Label, seed, steps, losses, Coder.In(network.Parameters, TAutoencoder.Info, Block).Single());
        }

        private static void Tie(ParameterSet parameters)
        {
            float[] encoder = parameters["0.0.weight"].ToArray();
            int width = encoder.Length / Coder.Length;
            float[] decoder = new float[encoder.Length];
            for (int i = 0; i < encoder.Length; i++)
                decoder[i % Coder.Length * width + i / Coder.Length] = encoder[i];
            parameters["0.2.weight"].CopyFrom(decoder);
        }
    }
}
