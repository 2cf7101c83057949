using NetGen.Experiments.Data;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <summary>Coder B of the stream: what it is trained on alone are normal vectors, as the stream of a transformer has both signs.</summary>
internal sealed record StreamCoderKind() : CoderKind(PathCoder.B.Letter, typeof(StreamCoder).FullName!)
{
    public override CoderRun Train(string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop)
    {
        StreamAutoencoder network = new(seed);
        float[] losses = AutoencoderTraining.Run(
            network, tied: true, noise: null, seed, steps, batch, report, stop, new NormalBatches(DataStream.OfCoder(seed)));
        return new CoderRun(
            setup, Label, seed, steps, losses, Coder.In(network.Parameters, StreamAutoencoder.Info, Block).Single());
    }
}
