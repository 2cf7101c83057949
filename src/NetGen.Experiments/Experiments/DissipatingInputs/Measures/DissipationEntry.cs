namespace NetGen.Experiments.DissipatingInputs;

/// <summary>The layers of a network at one moment of a run, as they stand in <c>results.json</c>.</summary>
/// <param name="Network">The kind of its layers.</param>
/// <param name="Activation">Their activation.</param>
/// <param name="Width">Their width.</param>
/// <param name="Depth">Their number.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Moment"><c>start</c>, before training, or <c>end</c>, after it.</param>
/// <param name="Layers">The layers.</param>
internal sealed record DissipationEntry(
    string Network, string Activation, int Width, int Depth, int Seed, string Moment, IReadOnlyList<DissipationRow> Layers);
