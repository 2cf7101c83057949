using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Judging;

/// <summary>Something about a network's start that stands in the way of its training.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Layer">The layer where it is worst.</param>
/// <param name="Values">The values of its message, but for the remedies, which come last.</param>
internal sealed record SignalFinding(DiagnosticDescriptor Descriptor, string Layer, EquatableArray<string> Values)
{
    /// <summary>The initialiser that would mend it, where it is one that is to blame.</summary>
    public Init? SuitedInit { get; init; }
}
