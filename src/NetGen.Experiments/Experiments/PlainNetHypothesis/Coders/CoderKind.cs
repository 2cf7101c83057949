using NetGen.Experiments.Declaring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A kind of coder that is trained alone, on rectified normal vectors, before layers use it.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Block">The full name of its block.</param>
internal abstract record CoderKind(string Label, string Block)
{
    public const float LearningRate = 3e-3f;

    public static CoderKind A { get; } = new Of<WideAutoencoder>("A", typeof(WideCoder).FullName!, Tied: true);

    public static CoderKind B { get; } = new Of<HalfAutoencoder>("B", typeof(HalfCoder).FullName!, Tied: true);

    public static CoderKind UntiedA { get; } = new Of<WideAutoencoder>("A, untied", typeof(WideCoder).FullName!, Tied: false);

    public static CoderKind Quarter { get; } = new Of<Autoencoder32>("width 32", typeof(Coder32).FullName!, Tied: true);

    public static CoderKind Eighth { get; } = new Of<Autoencoder16>("width 16", typeof(Coder16).FullName!, Tied: true);

    /// <summary>Trains one.</summary>
    public abstract CoderRun Train(string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop);

    /// <summary>A kind <c>D ReLU(E h + e) + d</c>.</summary>
    /// <param name="Label">Its name.</param>
    /// <param name="Block">The full name of its block.</param>
    /// <param name="Tied">Whether it starts with <c>D = Eᵀ</c>; otherwise it starts with two independent orthogonal matrices.</param>
    private sealed record Of<TAutoencoder>(string Label, string Block, bool Tied) : CoderKind(Label, Block)
        where TAutoencoder : class, INetwork
    {
        public override CoderRun Train(string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop)
        {
            TAutoencoder network = Start.Of<TAutoencoder>(seed);
            float[] losses = AutoencoderTraining.Run(network, Tied, noise: null, seed, steps, batch, report, stop);
            return new CoderRun(setup, Label, seed, steps, losses, Coder.In(network.Parameters, TAutoencoder.Info, Block).Single());
        }
    }
}
