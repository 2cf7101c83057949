using System.Numerics.Tensors;
using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.SignalPropagation;

/// <summary>Measures in a forward and a backward pass what <see cref="PropagationRow"/> tells of a layer.</summary>
internal readonly struct PropagationProbe(NetworkInfo network) : IProbe
{
    private readonly Numbers[] layers = [.. network.Layers.Select(static _ => new Numbers())];

    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation is not (Observation.PreActivation or Observation.Stream or Observation.PreActivationGradient))
            return;

        float[] flat = new float[values.FlattenedLength];
        values.FlattenTo(flat);
        // In double: streams may explode to 1e12 and gradients fall to 1e-19, and it is their squares that are added up.
        double[] numbers = new double[flat.Length];
        TensorPrimitives.ConvertTruncating(flat, numbers);
        switch (observation)
        {
            case Observation.PreActivation:
                layers[layer].PositiveShare = (double)flat.Count(static value => value > 0) / flat.Length;
                layers[layer].PreActivationStd = Deviation(numbers);
                break;
            case Observation.Stream:
                layers[layer].Cosine = InputSimilarity.MeanCosine(flat, (int)values.Lengths[1]);
                layers[layer].StreamStd = Deviation(numbers);
                break;
            default:
                layers[layer].GradientNorm = TensorPrimitives.Norm<double>(numbers);
                break;
        }
    }

    /// <summary>What was measured of the layers that have a Linear.</summary>
    public IReadOnlyList<PropagationRow> Rows()
    {
        Numbers[] seen = layers;
        return
        [
            .. PropagationRow.LinearLayers(network).Select((layer, index) => new PropagationRow(
                index + 1,
                seen[layer].PreActivationStd,
                seen[layer].StreamStd,
                seen[layer].PositiveShare,
                seen[layer].Cosine,
                seen[layer].GradientNorm / seen[^1].GradientNorm)),
        ];
    }

    private static double Deviation(double[] numbers)
    {
        TensorPrimitives.Subtract(numbers, TensorPrimitives.Sum<double>(numbers) / numbers.Length, numbers);
        return TensorPrimitives.Norm<double>(numbers) / Math.Sqrt(numbers.Length);
    }

    /// <summary>What was seen of a layer so far.</summary>
    private sealed class Numbers
    {
        public double PreActivationStd { get; set; } = double.NaN;

        public double StreamStd { get; set; } = double.NaN;

        public double PositiveShare { get; set; } = double.NaN;

        public double Cosine { get; set; } = double.NaN;

        public double GradientNorm { get; set; } = double.NaN;
    }
}
