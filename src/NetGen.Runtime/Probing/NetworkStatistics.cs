using System.Collections.Immutable;

namespace NetGen;

/// <summary>Statistics of every layer of a network, filled by a <see cref="StatisticsProbe"/>.</summary>
/// <example>
/// <code>
/// var statistics = new NetworkStatistics(ResMlp.Info);
/// var probe = new StatisticsProbe(statistics);
/// trainer.Inspect(inputs, targets, ref probe);
/// double deviation = statistics["layers.0"].PreActivation.StandardDeviation;
/// </code>
/// </example>
public sealed class NetworkStatistics
{
    private readonly string network;
    private readonly Dictionary<string, ParameterStatistics> parameters;

    /// <summary>Statistics before any pass.</summary>
    /// <param name="info">The network.</param>
    public NetworkStatistics(NetworkInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        network = info.Name;
        Parameters = [.. info.Parameters.Select(static parameter => new ParameterStatistics(parameter.Name))];
        parameters = Parameters.ToDictionary(static parameter => parameter.Name);
        ILookup<int, ParameterInfo> ofLayer = info.Parameters.ToLookup(static parameter => parameter.Layer);
        Layers =
        [
            .. info.Layers.Select((layer, index) =>
                new LayerStatistics(layer.Name, First(ofLayer[index], "weight"), First(ofLayer[index], "bias"))),
        ];
    }

    /// <summary>The layers, from the input to the output.</summary>
    public ImmutableArray<LayerStatistics> Layers { get; }

    /// <summary>The parameters, in the order in which the layers use them.</summary>
    public ImmutableArray<ParameterStatistics> Parameters { get; }

    /// <summary>A layer that a probe is shown.</summary>
    /// <exception cref="ArgumentException">The network has no such layer.</exception>
    internal LayerStatistics Layer(int index, string name) => index >= 0 && index < Layers.Length && Layers[index].Name == name
        ? Layers[index]
        : throw OfAnotherNetwork($"layer {index} \"{name}\"", nameof(name));

    /// <summary>A parameter that a probe is shown.</summary>
    /// <exception cref="ArgumentException">The network has no such parameter.</exception>
    internal ParameterStatistics Parameter(string name) => parameters.TryGetValue(name, out ParameterStatistics? parameter)
        ? parameter
        : throw OfAnotherNetwork($"parameter \"{name}\"", nameof(name));

    /// <summary>A layer by name.</summary>
    /// <param name="name">Its name, such as <c>layers.3</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public LayerStatistics this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return Layers.FirstOrDefault(layer => layer.Name == name)
                ?? throw new KeyNotFoundException(
                    $"{network} has no layer \"{name}\". It has {string.Join(", ", Layers.Select(static layer => layer.Name))}.");
        }
    }

    private ArgumentException OfAnotherNetwork(string what, string argument) =>
        new($"{network} has no {what}: the statistics are of another network than the one that is watched.", argument);

    private ParameterStatistics First(IEnumerable<ParameterInfo> ofLayer, string role) =>
        ofLayer.FirstOrDefault(parameter => parameter.Name.EndsWith("." + role, StringComparison.Ordinal)) is { } found
            ? parameters[found.Name]
            : new ParameterStatistics(role);
}
