namespace NetGen.Experiments.Measuring;

/// <summary>The pre-activations of a neuron, or of all neurons of a layer, over inputs.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Variance">Their population variance.</param>
/// <param name="Survival">The share of them that is positive, and so survives a ReLU.</param>
internal readonly record struct Responses(double Mean, double Variance, double Survival)
{
    // The bound is reached where a neuron is zero for all inputs but one; both sides then differ by rounding.
    private const double Rounding = 1e-12;

    /// <summary>
    /// The least share of positive values that mean and variance allow, <c>P(z > 0) ≥ μ² / (μ² + σ²)</c> for <c>μ > 0</c>: the
    /// inequality of Chebyshev and Cantelli. A mean that is not positive allows that none is.
    /// </summary>
    public double Bound => Mean > 0 ? Mean * Mean / (Mean * Mean + Variance) : 0;

    public bool ViolatesBound => Survival < Bound * (1 - Rounding);

    /// <summary>The responses of every neuron of a layer.</summary>
    /// <param name="values">Pre-activations, input by input.</param>
    /// <param name="width">The number of neurons.</param>
    public static Responses[] OfNeurons(float[] values, int width) =>
        [
            .. Enumerable.Range(0, width)
                .Select(neuron => Of([.. Enumerable.Range(0, values.Length / width).Select(input => values[input * width + neuron])])),
        ];

    /// <summary>The responses of several neurons, with equally many inputs each, taken together.</summary>
    public static Responses Together(IReadOnlyList<Responses> neurons)
    {
        double mean = neurons.Average(static neuron => neuron.Mean);
        return new Responses(
            mean,
            neurons.Average(neuron => neuron.Variance + (neuron.Mean - mean) * (neuron.Mean - mean)),
            neurons.Average(static neuron => neuron.Survival));
    }

    private static Responses Of(float[] values)
    {
        double mean = values.Average(static value => (double)value);
        return new Responses(
            mean,
            values.Average(value => (value - mean) * (value - mean)),
            (double)values.Count(static value => value > 0) / values.Length);
    }
}
