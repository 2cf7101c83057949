using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>
/// The names of generated files, which must differ in more than case. Types may not (<c>Net</c> and <c>net</c>),
/// nor the types of code that does not compile.
/// </summary>
internal static class FileNames
{
    /// <summary>Numbers what would get a name already taken; a hyphen stands in no identifier, so the new name is free.</summary>
    public static IEnumerable<CompiledNetwork> MakeDistinct(ImmutableArray<CompiledNetwork> networks, CancellationToken cancellation)
    {
        Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
        foreach (CompiledNetwork network in networks)
        {
            cancellation.ThrowIfCancellationRequested();
            counts.TryGetValue(network.HintName, out int before);
            counts[network.HintName] = before + 1;
            yield return before == 0 ? network : network with { HintName = $"{network.HintName}-{before + 1}" };
        }
    }
}
