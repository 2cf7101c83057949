using System.Collections.Immutable;

namespace NetGen.Generator.Judging;

/// <summary>The layers of a network that one attribute stands for: a change of it changes them all.</summary>
/// <param name="Attribute">The number of the attribute among those of the declaration.</param>
/// <param name="Display">How it is written, or null where there is no other.</param>
/// <param name="Names">The names of the layers.</param>
internal sealed record DeclaredLayers(int Attribute, string? Display, ImmutableHashSet<string> Names);
