namespace NetGen.Generator.Model;

/// <summary>What goes around a block, and how it is joined with what comes out of it.</summary>
/// <param name="Kind">How.</param>
/// <param name="Factor">Its factor, or null for the kind's own.</param>
/// <param name="Projects">Whether a product gives it the shape of what it is joined with.</param>
internal sealed record ShortcutSpec(ShortcutKind Kind, float? Factor = null, bool Projects = false)
{
    /// <summary>The number of streams, where there are several.</summary>
    public int Streams { get; init; }

    /// <summary>Which repetition of its block it goes around, from 0.</summary>
    public int Repetition { get; init; }

    /// <summary>Whether no other repetition follows.</summary>
    public bool IsLast { get; init; } = true;

    /// <summary>Whether it has parameters besides a projection's.</summary>
    public bool HasParameters => Kind is not (ShortcutKind.Identity or ShortcutKind.Scaled);
}

/// <summary>The kinds of shortcuts: the members of the runtime's <c>Shortcut</c>, which explains them, but for none.</summary>
internal enum ShortcutKind
{
    Identity,
    Scaled,
    ReZero,
    LayerScale,
    Gated,
    DeepNorm,
    Streams,
}
