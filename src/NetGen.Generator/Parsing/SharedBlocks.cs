using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>The blocks of a network that several uses share: all have the parameters of the first.</summary>
internal sealed class SharedBlocks(MistakeList mistakes)
{
    private readonly Dictionary<INamedTypeSymbol, (string Parameters, Shape Input, bool Frozen)> first =
        new(SymbolEqualityComparer.Default);

    /// <summary>Takes note of a shared use, and tells the path of its parameters.</summary>
    public LayerPath Place(INamedTypeSymbol block, LayerPath own, Shape input, bool frozen, AttributeArguments arguments, Func<string> path)
    {
        if (!first.TryGetValue(block, out (string Parameters, Shape Input, bool Frozen) other))
        {
            first.Add(block, (own.Parameters, input, frozen));
            return own;
        }

        if (other.Input != input)
            mistakes.Add(DiagnosticDescriptors.SharedWidths, arguments.LocationOf("Shared"), block.Name, other.Input, input, path());
        if (other.Frozen != frozen)
            mistakes.Add(
                DiagnosticDescriptors.SharedFrozen, arguments.LocationOfFirst("Frozen", "Shared"),
                block.Name, Text(other.Frozen), Text(frozen), path());
        return own with { Parameters = other.Parameters };
    }

    private static string Text(bool value) => value ? "true" : "false";
}
