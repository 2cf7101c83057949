using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>
/// What becomes of inputs in a layer <c>h' = f(z)</c>, where <c>z</c> is <c>W h + b</c> or, with a residual connection, <c>h + W h + b</c>,
/// as it stands in <c>results.json</c>.
/// </summary>
/// <param name="Index">Its number, from 1.</param>
/// <param name="Survival">The share of <c>z</c>, over inputs and units, that is positive.</param>
/// <param name="Bound">The least share that the mean and the variance of the layer's <c>z</c> allow.</param>
/// <param name="Violations">The number of units whose own share is below what their own mean and variance allow.</param>
/// <param name="AlwaysOn">The share of units with a positive <c>z</c> for every input.</param>
/// <param name="AlwaysOff">The share of units without a positive <c>z</c> for any input.</param>
/// <param name="Mean">The mean of <c>z</c>.</param>
/// <param name="Variance">The variance of <c>z</c>.</param>
/// <param name="Cosine">The mean cosine of the angle between the layer's outputs for two different inputs.</param>
/// <param name="EffectiveRank">In how many directions its outputs differ.</param>
/// <param name="PredictedVariance">The variance that theory predicts at the start; null after training.</param>
/// <param name="PredictedCosine">The cosine that theory predicts, likewise.</param>
internal sealed record DissipationRow(
    int Index,
    double Survival,
    double Bound,
    int Violations,
    double AlwaysOn,
    double AlwaysOff,
    double Mean,
    double Variance,
    double Cosine,
    double EffectiveRank,
    double? PredictedVariance = null,
    double? PredictedCosine = null)
{
    /// <summary>The share of positive <c>z</c> that theory predicts, likewise.</summary>
    [JsonIgnore]
    public double? PredictedSurvival { get; init; }

    /// <summary>The mean over units of the least share that their own mean and variance allow.</summary>
    [JsonIgnore]
    public double NeuronBound { get; init; }

    /// <summary>The distribution of <c>z</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Histogram { get; init; } = [];

    /// <summary>The distribution of <c>z</c> without each unit's mean over inputs.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> CentredHistogram { get; init; } = [];

    /// <param name="index">The layer's number, from 1.</param>
    /// <param name="preActivations">Its <c>z</c>, input by input.</param>
    /// <param name="outputs">What it hands on, input by input.</param>
    /// <param name="width">Its number of units.</param>
    public static DissipationRow Of(int index, float[] preActivations, float[] outputs, int width)
    {
        Responses[] neurons = Responses.OfNeurons(preActivations, width);
        Responses layer = Responses.Together(neurons);
        return new DissipationRow(
            index,
            layer.Survival,
            layer.Bound,
            neurons.Count(static neuron => neuron.ViolatesBound),
            (double)neurons.Count(static neuron => neuron.Survival == 1) / width,
            (double)neurons.Count(static neuron => neuron.Survival == 0) / width,
            layer.Mean,
            layer.Variance,
            InputSimilarity.MeanCosine(outputs, width),
            InputSimilarity.EffectiveRank(outputs, width))
        {
            NeuronBound = neurons.Average(static neuron => neuron.Bound),
            Histogram = ResponseHistogram.Of(preActivations, neurons, centred: false),
            CentredHistogram = ResponseHistogram.Of(preActivations, neurons, centred: true),
        };
    }
}
