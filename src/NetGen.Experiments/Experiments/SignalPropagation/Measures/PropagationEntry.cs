namespace NetGen.Experiments.SignalPropagation;

/// <summary>A run as it stands in <c>results.json</c>.</summary>
/// <param name="Network">The name of the network.</param>
/// <param name="Width">The width of its layers.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Measured">Its layers.</param>
internal sealed record PropagationEntry(string Network, int Width, int Seed, Curves Measured);
