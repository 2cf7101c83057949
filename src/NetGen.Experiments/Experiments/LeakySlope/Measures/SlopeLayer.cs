namespace NetGen.Experiments.LeakySlope;

/// <summary>How alike inputs are behind a layer, at the start.</summary>
/// <param name="Name">The name of the layer.</param>
/// <param name="Cosine">The mean cosine between what it hands on for two different inputs, as measured.</param>
/// <param name="Expected">The same as the network compiler expects it; null where it expects nothing.</param>
internal sealed record SlopeLayer(string Name, double Cosine, double? Expected);
