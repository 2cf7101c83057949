using NetGen.Experiments.Data;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The training of an autoencoder to give back vectors.</summary>
internal static class AutoencoderTraining
{
    /// <summary>Takes the steps, telling of each, until it is told to stop.</summary>
    /// <param name="network">The autoencoder.</param>
    /// <param name="tied">Whether its last layers start as the transposes of its first.</param>
    /// <param name="noise">What is done to the vectors that it is to give back as they were; if null, nothing.</param>
    /// <param name="seed">The seed of vectors and noise.</param>
    /// <param name="steps">How many steps it takes.</param>
    /// <param name="batchSize">How many vectors a step takes.</param>
    /// <param name="report">Is told of each step.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="vectors">The vectors; if null, rectified normal ones.</param>
    /// <returns>The loss of every step's batch, before its update.</returns>
    public static float[] Run<TAutoencoder>(
        TAutoencoder network,
        bool tied,
        CoderNoise? noise,
        int seed,
        int steps,
        int batchSize,
        Action<StepReport> report,
        CancellationToken stop,
        IBatches? vectors = null)
        where TAutoencoder : class, INetwork
    {
        if (tied)
            Tie(network.Parameters, TAutoencoder.Info);

        vectors ??= new RectifiedNormal(DataStream.OfCoder(seed));
        SeededRandom random = DataStream.OfNoise(seed);
        var trainer = network.CreateTrainer(
            new Adam(CoderKind.LearningRate), Loss.MeanSquaredError, batchSize, schedule: Schedule.Cosine(steps));
        return IdentityTraining.Run(
            trainer, vectors, steps, batchSize, report, stop, noise is null ? null : batch => noise.Spoil(batch, random));
    }

    /// <summary>Makes each weight behind the middle the transpose of its mirror image in front of it: the last one of the first.</summary>
    private static void Tie(ParameterSet parameters, NetworkInfo info)
    {
        ParameterInfo[] weights = [.. info.Parameters.Where(static parameter => parameter.Shape.Length == 2)];
        for (int index = 0; index < weights.Length / 2; index++)
        {
            float[] encoder = parameters[weights[index].Name].ToArray();
            int inputs = weights[index].Shape[1];
            int outputs = weights[index].Shape[0];
            float[] decoder = new float[encoder.Length];
            for (int i = 0; i < encoder.Length; i++)
                decoder[i % inputs * outputs + i / inputs] = encoder[i];
            parameters[weights[^(index + 1)].Name].CopyFrom(decoder);
        }
    }
}
