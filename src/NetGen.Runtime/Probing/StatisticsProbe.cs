using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// Turns tensors into statistics. Any watched pass gives statistics of activations and gradients;
/// statistics of updates come from a watched <see cref="Trainer{TNetwork, TOptimizer, TLoss}.Step{TProbe}"/>.
/// </summary>
public readonly struct StatisticsProbe : IProbe
{
    private readonly NetworkStatistics? statistics;

    /// <summary>A probe that fills statistics.</summary>
    /// <param name="statistics">Receives them; each pass replaces the statistics of the pass before.</param>
    public StatisticsProbe(NetworkStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        this.statistics = statistics;
    }

    /// <inheritdoc/>
    public static bool Observes => true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The statistics are of another network, which has no such layer or parameter, or there are no values.
    /// </exception>
    /// <exception cref="InvalidOperationException">This is the default value, made by no constructor.</exception>
    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (statistics is null)
        {
            throw new InvalidOperationException(
                "Expected a probe made by its constructor, got the default value, which has no statistics.");
        }

        if (values.IsEmpty)
            throw new ArgumentException($"{name}: expected at least one value, got none.", nameof(values));

        switch (observation)
        {
            case Observation.PreActivation:
                statistics.Layer(layer, name).PreActivation = Moments.Of(values);
                break;
            case Observation.Activation:
                LayerStatistics seen = statistics.Layer(layer, name);
                seen.Activation = Moments.Of(values);
                seen.ZeroFraction = ZeroFraction(values);
                break;
            case Observation.Stream:
                statistics.Layer(layer, name).Stream = Moments.Of(values);
                break;
            case Observation.PreActivationGradient:
                statistics.Layer(layer, name).PreActivationGradientNorm = EuclideanNorm.Of(values);
                break;
            case Observation.WeightGradient or Observation.BiasGradient:
                statistics.Parameter(name).GradientNorm = EuclideanNorm.Of(values);
                break;
            case Observation.ParameterBefore:
                statistics.Parameter(name).Before = Moments.Of(values);
                break;
            case Observation.ParameterUpdate:
                statistics.Parameter(name).Update = Moments.Of(values);
                break;
            case Observation.Queries or Observation.Keys or Observation.Values
                or Observation.AttentionWeights or Observation.AttentionEntropy:
                // What heads look at is no statistic of a layer.
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(observation), observation, "Expected an observation that is defined.");
        }
    }

    private static double ZeroFraction(in ReadOnlyTensorSpan<float> values)
    {
        long zeros = 0;
        foreach (ReadOnlySpan<float> row in new TensorRows(values))
            zeros += row.Count(0f);
        return (double)zeros / values.FlattenedLength;
    }
}
