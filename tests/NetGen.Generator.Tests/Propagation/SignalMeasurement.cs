using System.Numerics.Tensors;

namespace NetGen.Generator.Tests;

/// <summary>
/// Measures the signal in generated networks as they start, through what every user has: a network, a trainer, a loss and a probe.
/// </summary>
internal sealed class SignalMeasurement(NetworkInfo network)
{
    /// <summary>The layers, from the input to the output.</summary>
    public MeasuredLayer[] Layers { get; } = [.. network.Layers.Select(static _ => new MeasuredLayer())];

    /// <summary>The norm of dL/dz relative to the last layer's; not a number where it was not shown.</summary>
    public double GradientRatio(int layer) => Math.Sqrt(Layers[layer].GradientSquares / Layers[^1].GradientSquares);

    /// <param name="seeds">How many networks.</param>
    /// <param name="rows">How many inputs for each: independent, normally distributed as the network declares.</param>
    public static SignalMeasurement Of<TNetwork>(int seeds, int rows)
        where TNetwork : class, INetwork
    {
        NetworkInfo info = TNetwork.Info;
        SignalMeasurement measurement = new(info);
        float[] inputs = new float[rows * info.InputLength];
        float[] targets = new float[rows * info.OutputLength];
        for (int seed = 1; seed <= seeds; seed++)
        {
            SeededRandom random = new(-seed);
            Fill(inputs, random, info.InputMean, info.InputStandardDeviation);
            Fill(targets, random, 0, 1);
            var network = (TNetwork)Activator.CreateInstance(typeof(TNetwork), seed, null, null)!;
            using var trainer = network.CreateTrainer(new Sgd(0f), default(LinearLoss), rows, seed: seed);
            Probe probe = new(measurement, rows);
            trainer.Inspect(info.Vocabulary is int vocabulary ? Tokens(inputs.Length, random, vocabulary) : inputs, targets, ref probe);
        }

        return measurement;
    }

    private static Inputs Tokens(int count, SeededRandom random, int vocabulary)
    {
        int[] tokens = new int[count];
        foreach (ref int token in tokens.AsSpan())
            token = random.NextInt32(vocabulary);
        return tokens;
    }

    private static void Fill(float[] values, SeededRandom random, float mean, float deviation)
    {
        foreach (ref float value in values.AsSpan())
            value = (float)(mean + deviation * random.NextNormal());
    }

    private readonly struct Probe(SignalMeasurement measurement, int rows) : IProbe
    {
        public static bool Observes => true;

        public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
        {
            if (observation is not (Observation.PreActivation or Observation.Stream or Observation.PreActivationGradient))
                return;

            float[] copy = new float[checked((int)values.FlattenedLength)];
            values.FlattenTo(copy);
            double[] precise = new double[copy.Length];
            TensorPrimitives.ConvertChecked<float, double>(copy, precise);
            MeasuredLayer seen = measurement.Layers[layer];
            if (observation == Observation.PreActivation)
                seen.AddPreActivation(precise);
            else if (observation == Observation.Stream)
                seen.AddStream(precise, rows);
            else
                seen.AddGradient(precise);
        }
    }
}
