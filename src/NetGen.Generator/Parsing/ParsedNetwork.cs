using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>What the parser makes of a type with a network attribute.</summary>
/// <param name="Declaration">What is to be written, if anything can be.</param>
/// <param name="Diagnostics">What there is to say about it.</param>
internal sealed record ParsedNetwork(Declaration? Declaration, ImmutableArray<Diagnostic> Diagnostics)
{
    public static ParsedNetwork Nothing { get; } = new(null, ImmutableArray<Diagnostic>.Empty);
}
