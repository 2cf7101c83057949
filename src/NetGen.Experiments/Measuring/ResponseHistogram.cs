namespace NetGen.Experiments.Measuring;

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
    public static double[] Of(float[] values, IReadOnlyList<Responses> neurons, bool centred)
    {
        Responses all = Responses.Together(neurons);
        double scale = Math.Sqrt(all.Mean * all.Mean + all.Variance);
        double[] shares = new double[Bins];
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i] - (centred ? neurons[i % neurons.Count].Mean : 0);
            double place = scale > 0 ? value / scale / Last : 0;
            if (double.IsFinite(place))
                shares[(int)Math.Round((Math.Clamp(place, -1, 1) + 1) / 2 * (Bins - 1))] += 1.0 / values.Length;
        }

        return shares;
    }
}
