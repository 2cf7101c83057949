using System.Numerics.Tensors;

namespace NetGen.Experiments.Measuring;

/// <summary>Measures in a forward and a backward pass what <see cref="PropagationRow"/> tells of a layer.</summary>
/// <param name="network">The network.</param>
/// <param name="examples">How many examples the pass takes.</param>
internal readonly struct PropagationProbe(NetworkInfo network, int examples) : IProbe
{
    private readonly Numbers[] layers = [.. network.Layers.Select(static _ => new Numbers())];

    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation is not (Observation.PreActivation or Observation.Stream or Observation.PreActivationGradient))
            return;

        float[] flat = new TensorRows(values).ToArray();
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
                layers[layer].Cosine = InputSimilarity.MeanCosine(flat, flat.Length / examples);
                layers[layer].StreamStd = Deviation(numbers);
                break;
            default:
                layers[layer].GradientNorm = TensorPrimitives.Norm<double>(numbers);
                break;
        }
    }

    /// <summary>What was measured of layers, by their indices.</summary>
    public IReadOnlyList<PropagationRow> Rows(IEnumerable<int> indices)
    {
        Numbers[] seen = layers;
        double last = seen.LastOrDefault(static layer => !double.IsNaN(layer.GradientNorm))?.GradientNorm ?? double.NaN;
        return
        [
            .. indices.Select((layer, index) => new PropagationRow(
                index + 1,
                seen[layer].PreActivationStd,
                seen[layer].StreamStd,
                seen[layer].PositiveShare,
                seen[layer].Cosine,
                seen[layer].GradientNorm / last)),
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
