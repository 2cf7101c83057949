namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>What share of a pre-activation has to be kept for it to survive.</summary>
/// <param name="Name">It in words.</param>
/// <param name="Figure">The name of the figure that shows it.</param>
/// <param name="Of">What was measured of it in a layer.</param>
internal sealed record SurvivorShare(string Name, string Figure, Func<SurvivorRow, SurvivorCount> Of)
{
    public static SurvivorShare Half { get; } = new("a half", "survivors_half", static row => row.Half);

    public static SurvivorShare Tenth { get; } = new("a tenth", "survivors_tenth", static row => row.Tenth);

    public static IReadOnlyList<SurvivorShare> All { get; } = [Half, Tenth];
}
