namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A layer at its start.</summary>
/// <param name="Index">Its number, from 1.</param>
/// <param name="Half">Survivors of which a half is kept.</param>
/// <param name="Tenth">Survivors of which a tenth is kept.</param>
/// <param name="Cosine">The mean cosine of the angle between its outputs for two different inputs.</param>
/// <param name="EffectiveRank">In how many directions its outputs differ.</param>
internal sealed record SurvivorRow(int Index, SurvivorCount Half, SurvivorCount Tenth, double Cosine, double EffectiveRank);
