namespace NetGen.JitHealth;

/// <summary>How much of something a generated method may have, so that the just-in-time compiler does its best with it.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Most">The greatest count allowed.</param>
/// <param name="Of">Counts it.</param>
internal sealed record Limit(string Name, int Most, Func<Examination, int> Of)
{
    // The compiler switches a method to MinOpts past 60,000 bytes, 20,000 instructions, 2,000 blocks, 2,000 locals or 8,000 references to
    // them; it tracks no more than 1,024 locals. A quarter is left for what it adds itself.
    private const double Margin = 0.75;

    /// <summary>All limits.</summary>
    public static IReadOnlyList<Limit> All { get; } =
    [
        new("bytes of IL", (int)(Margin * 60_000), static method => method.Counts.Bytes),
        new("instructions", (int)(Margin * 20_000), static method => method.Counts.Instructions),
        new("blocks", (int)(Margin * 2_000), static method => method.Counts.Blocks),
        new("locals", (int)(Margin * 1_024), static method => method.Counts.Locals),
        new("references to locals", (int)(Margin * 8_000), static method => method.Counts.LocalReferences),

        // Code with a loop degrades earlier: past 2,048 bytes only 64 facts about ranges are kept, past some 200 inlines temporaries are
        // not tracked.
        new("bytes of IL around a loop", 2_048, static method => method.Counts.HasLoop ? method.Counts.Bytes : 0),
        new("inlines around a loop", 200, static method => method.Counts.HasLoop ? method.Method.InlineCount : 0),
    ];
}
