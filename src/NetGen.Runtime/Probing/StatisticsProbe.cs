using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// Turns what it sees into statistics. Those of activations and gradients come from any watched pass;
/// those of updates from a watched <see cref="Trainer{TNetwork, TOptimizer, TLoss}.Step{TProbe}"/>.
/// </summary>
/// <param name="statistics">Where they go; each pass replaces those of the pass before.</param>
public readonly struct StatisticsProbe(NetworkStatistics statistics) : IProbe
{
    /// <inheritdoc/>
    public static bool Observes => true;

    /// <inheritdoc/>
    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        LayerStatistics seen = statistics.Layers[layer];
        switch (observation)
        {
            case Observation.PreActivation:
                seen.PreActivation = Moments.Of(values);
                break;
            case Observation.Activation:
                seen.Activation = Moments.Of(values);
                seen.ZeroFraction = ZeroFraction(values);
                break;
            case Observation.Stream:
                seen.Stream = Moments.Of(values);
                break;
            case Observation.PreActivationGradient:
                seen.PreActivationGradientNorm = Norm(values);
                break;
            case Observation.WeightGradient or Observation.BiasGradient:
                statistics.Parameter(name).GradientNorm = Norm(values);
                break;
            case Observation.ParameterBefore:
                statistics.Parameter(name).Before = Moments.Of(values);
                break;
            case Observation.ParameterUpdate:
                statistics.Parameter(name).Update = Moments.Of(values);
                break;
        }
    }

    private static double ZeroFraction(in ReadOnlyTensorSpan<float> values)
    {
        long zeros = 0;
        foreach (float value in values)
            zeros += value == 0 ? 1 : 0;
        return (double)zeros / values.FlattenedLength;
    }

    // In double: gradients of 1e-19 are of interest, and their squares are below what a float holds in full precision.
    private static double Norm(in ReadOnlyTensorSpan<float> values)
    {
        double squares = 0;
        foreach (float value in values)
            squares += (double)value * value;
        return Math.Sqrt(squares);
    }
}
