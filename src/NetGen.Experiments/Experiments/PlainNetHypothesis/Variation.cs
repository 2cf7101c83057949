namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>Networks that differ in one thing.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Variants">The networks.</param>
internal sealed record Variation(string Name, IReadOnlyList<HypothesisVariant> Variants);
