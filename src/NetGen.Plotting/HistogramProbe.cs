using System.Numerics.Tensors;

namespace NetGen.Plotting;

/// <summary>Turns what it sees of one kind of tensor into histograms.</summary>
/// <param name="histograms">Where they go; each pass replaces what the pass before left there.</param>
public readonly struct HistogramProbe(NetworkHistograms histograms) : IProbe
{
    /// <inheritdoc/>
    public static bool Observes => true;

    /// <inheritdoc/>
    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation == histograms.Observation)
            histograms.Layers[layer].Take(values);
    }
}
