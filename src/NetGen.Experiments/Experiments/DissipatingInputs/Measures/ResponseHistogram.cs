using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>How the pre-activations of a layer are distributed, in units of their root mean square.</summary>
internal static class ResponseHistogram
{
    /// <summary>An odd number: zero lies in the middle of a bin.</summary>
    public const int Bins = 21;

    /// <summary>The middle of the last bin.</summary>
    public const double Last = 3;

    /// <summary>The share of all values in each bin, from the lowest to the highest; what lies beyond counts in the outermost.</summary>
    /// <param name="values">Pre-activations, input by input.</param>
    /// <param name="neurons">Their neurons.</param>
    /// <param name="centred">Whether each neuron's mean over inputs is taken away first: what is left is what depends on the input.</param>
    public static double[] Of(float[] values, Responses[] neurons, bool centred)
    {
        const double middle = (Bins - 1) / 2.0;
        Responses all = Responses.Together(neurons);
        double scale = Math.Sqrt(all.Mean * all.Mean + all.Variance);
        double binsPerUnit = scale > 0 ? middle / (scale * Last) : 0;
        int[] counts = new int[Bins];
        for (int start = 0; start < values.Length; start += neurons.Length)
        {
            for (int neuron = 0; neuron < neurons.Length; neuron++)
            {
                double place = middle + (values[start + neuron] - (centred ? neurons[neuron].Mean : 0)) * binsPerUnit;
                if (!double.IsNaN(place))
                    counts[(int)Math.Round(Math.Clamp(place, 0, Bins - 1))]++;
            }
        }

        return [.. counts.Select(count => (double)count / values.Length)];
    }
}
