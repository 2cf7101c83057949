using System.Collections.Immutable;

namespace NetGen.Plotting;

/// <summary>
/// How the values of one kind of tensor are distributed in each layer of a network, filled by a <see cref="HistogramProbe"/>.
/// </summary>
public sealed class NetworkHistograms
{
    /// <summary>Histograms that are still empty.</summary>
    /// <param name="info">The network.</param>
    /// <param name="observation">Which tensors to look at: a kind that every layer has.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tensor.</exception>
    public NetworkHistograms(NetworkInfo info, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (!Enum.IsDefined(observation))
            throw new ArgumentOutOfRangeException(nameof(observation), observation, "Expected a tensor that probes see.");
        Observation = observation;
        Layers = [.. info.Layers.Select(static layer => new LayerHistogram(layer.Name))];
    }

    /// <summary>Which tensors are looked at.</summary>
    public Observation Observation { get; }

    /// <summary>The layers, from the input to the output.</summary>
    public ImmutableArray<LayerHistogram> Layers { get; }
}
