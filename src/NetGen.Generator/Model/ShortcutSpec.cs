namespace NetGen.Generator;

/// <summary>What goes around a block, and how it is joined with what comes out of it.</summary>
/// <param name="Kind">The member of the runtime's <c>Shortcut</c>.</param>
/// <param name="Factor">Its factor, or nothing for the kind's own.</param>
/// <param name="Projects">Whether a Linear makes it as long as what it is joined with.</param>
internal sealed record ShortcutSpec(string Kind, float? Factor = null, bool Projects = false)
{
    public const string Identity = "Identity";

    /// <summary>The number of streams, where there are several.</summary>
    public int Streams { get; init; }

    /// <summary>Which repetition of its block it goes around, from 0.</summary>
    public int Repetition { get; init; }

    /// <summary>Whether no other repetition follows.</summary>
    public bool IsLast { get; init; } = true;
}
