namespace NetGen.Experiments.DissipatingInputs;

/// <summary>What a linear readout gets back of inputs behind a layer.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Share">The share of the variance of inputs that it reads correctly.</param>
/// <param name="Pictures">What it reads of chosen inputs.</param>
internal sealed record LayerReadout(int Layer, double Share, IReadOnlyList<double[]> Pictures);
