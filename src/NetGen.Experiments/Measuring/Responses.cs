namespace NetGen.Experiments.Measuring;

/// <summary>The pre-activations of a neuron, or of all neurons of a layer, over inputs.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Variance">Their population variance.</param>
/// <param name="Survival">The share of them for which it survives its activation: of a ReLU, the share that is positive.</param>
internal readonly record struct Responses(double Mean, double Variance, double Survival)
{
    // The bound is reached where a neuron is zero for all inputs but one; both sides then differ by rounding.
    private const double Rounding = 1e-12;

    /// <summary>For which it survives.</summary>
    public SurvivorSet Survivors { get; init; } = SurvivorSet.Positive;

    /// <summary>The least share that mean and variance allow.</summary>
    public double Bound => Survivors.Bound(Mean, Variance);

    public bool ViolatesBound => Survival < Bound * (1 - Rounding);

    /// <summary>The responses of every neuron of a layer.</summary>
    /// <param name="values">Pre-activations, input by input.</param>
    /// <param name="width">The number of neurons.</param>
    /// <param name="survivors">For which a neuron survives; if null, for positive ones.</param>
    public static Responses[] OfNeurons(float[] values, int width, SurvivorSet? survivors = null) =>
        [
            .. Enumerable.Range(0, width)
                .Select(neuron => Of(
                    [.. Enumerable.Range(0, values.Length / width).Select(input => values[input * width + neuron])],
                    survivors ?? SurvivorSet.Positive)),
        ];

    /// <summary>The responses of several neurons, with equally many inputs each, taken together.</summary>
    public static Responses Together(IReadOnlyList<Responses> neurons)
    {
        double mean = neurons.Average(static neuron => neuron.Mean);
        return new Responses(
            mean,
            neurons.Average(neuron => neuron.Variance + (neuron.Mean - mean) * (neuron.Mean - mean)),
            neurons.Average(static neuron => neuron.Survival))
            {
                Survivors = neurons[0].Survivors,
            };
    }

    private static Responses Of(float[] values, SurvivorSet survivors)
    {
        double mean = values.Average(static value => (double)value);
        return new Responses(
            mean,
            values.Average(value => (value - mean) * (value - mean)),
            (double)values.Count(value => survivors.Holds(value)) / values.Length)
            {
                Survivors = survivors,
            };
    }
}
