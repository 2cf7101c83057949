using NetGen.Experiments.Declaring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A kind of coder whose autoencoder is compiled while the program runs.</summary>
/// <param name="Design">How it is made and trained.</param>
/// <param name="Networks">Where its autoencoder is found.</param>
internal sealed record DesignedCoder(CoderDesign Design, CompiledNetworks Networks) : CoderKind(Design.Label, Design.Block)
{
    public override CoderRun Train(string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop) =>
        ((Autoencoder)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(Networks[Design.Autoencoder]))!)
            .Train(Design, setup, seed, steps, batch, report, stop);

    private abstract class Autoencoder
    {
        public abstract CoderRun Train(
            CoderDesign design, string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop);
    }

    private sealed class Typed<TAutoencoder> : Autoencoder
        where TAutoencoder : class, INetwork
    {
        public override CoderRun Train(
            CoderDesign design, string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop)
        {
            TAutoencoder network = Start.Of<TAutoencoder>(seed, design.Init);
            float[] losses = AutoencoderTraining.Run(network, design.Tied, design.Noise, seed, steps, batch, report, stop);
            Coder coder = new([.. network.Parameters.Select(static parameter => parameter.ToArray())], rows =>
            {
                float[] reconstructed = new float[rows.Length];
                network.Predict(rows, reconstructed);
                return reconstructed;
            });
            return new CoderRun(setup, design.Label, seed, steps, losses, coder);
        }
    }
}
