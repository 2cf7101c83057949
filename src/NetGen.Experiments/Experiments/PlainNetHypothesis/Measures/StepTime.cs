namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>How long a step of one network takes.</summary>
/// <param name="Network">The name of its variant.</param>
/// <param name="Depth">How many hidden layers it has.</param>
/// <param name="Coder">The coder: A, B, C, or none.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Microseconds">The least of all rounds: what else runs on a machine only ever adds.</param>
internal sealed record StepTime(string Network, int Depth, string? Coder, int Seed, double Microseconds);
