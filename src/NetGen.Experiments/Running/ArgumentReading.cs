namespace NetGen.Experiments.Running;

/// <summary>What came of reading an experiment's arguments.</summary>
/// <param name="Remarks">What there is to say of them.</param>
/// <param name="Objection">Why it cannot run with them, or null.</param>
internal sealed record ArgumentReading(IReadOnlyList<string> Remarks, string? Objection)
{
    public static ArgumentReading Unremarkable { get; } = new([], null);
}
