using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>
/// The names of generated files, which must differ in more than case. Types may not (<c>Net</c> and <c>net</c>),
/// nor the types of code that does not compile.
/// </summary>
internal static class FileNames
{
    public const string Ending = ".g.cs", InfoEnding = ".Info.g.cs", FoldEnding = ".Fold.g.cs", TrainedEnding = ".Trained.g.cs";

    private static readonly string[] Endings = [Ending, InfoEnding, FoldEnding, TrainedEnding];

    /// <summary>Numbers what would get a name already taken; a hyphen stands in no identifier, so that there is a free one.</summary>
    public static IEnumerable<CompiledNetwork> MakeDistinct(ImmutableArray<CompiledNetwork> networks, CancellationToken cancellation)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (CompiledNetwork network in networks)
        {
            cancellation.ThrowIfCancellationRequested();
            string name = network.HintName;
            for (int number = 2; Array.Exists(Endings, ending => taken.Contains(name + ending)); number++)
                name = $"{network.HintName}-{number}";
            taken.UnionWith(Endings.Select(ending => name + ending));
            yield return name == network.HintName ? network : network with { HintName = name };
        }
    }
}
