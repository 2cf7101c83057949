using NetGen.Experiments.Data;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <summary>Coder B of the stream: what it is trained on alone are normal vectors, as the stream of a transformer has both signs.</summary>
internal sealed record StreamCoderKind() : CoderKind(PathCoder.B.Letter, typeof(StreamCoder).FullName!, Tied: true)
{
    public override CoderRun Train(string setup, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop)
    {
        StreamAutoencoder network = new(seed);
        Coder start = Of(network);
        (start with { Decoder = Transposed(start.Encoder, start.Width) }).CopyTo(network.Parameters, StreamAutoencoder.Info, Block);

        using var trainer = network.CreateTrainer(
            new Adam(LearningRate), Loss.MeanSquaredError, batch, schedule: Schedule.Cosine(steps));
        float[] losses = IdentityTraining.Run(trainer, new NormalBatches(DataStream.OfCoder(seed)), steps, batch, report, stop);
        return new CoderRun(setup, Label, seed, steps, losses, Of(network));
    }

    private Coder Of(StreamAutoencoder network) => Coder.In(network.Parameters, StreamAutoencoder.Info, Block).Single();

    private static float[] Transposed(float[] matrix, int rows)
    {
        int columns = matrix.Length / rows;
        return [.. Enumerable.Range(0, matrix.Length).Select(place => matrix[place % rows * columns + place / rows])];
    }
}
