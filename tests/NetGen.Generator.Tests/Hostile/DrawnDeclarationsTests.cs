using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>
/// Two thousand declarations drawn at random, right and wrong, in one project: generator and analyzers at work on all of them.
/// </summary>
[Trait("Speed", "Slow")]
public sealed partial class DrawnDeclarationsTests
{
    private const string Neighbours = """
        using NetGen;

        namespace Neighbours
        {
            [Block, Identity, Linear(4)] internal class Piece;
            [Network(Input = 3), Repeat<Piece>(2), Linear(1)] internal partial class Layered;
            [Mlp(Width = 4)] internal partial class Plain;
        }
        """;

    private static readonly DiagnosticAnalyzer[] Analyzers =
    [
        .. typeof(NetworkGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task Drawn_declarations_give_code_that_compiles_or_an_error_and_disturb_nobody()
    {
        int[] seeds = [.. RandomSeeds.Or(Enumerable.Range(1, 2000 / HostileSource.Declarations))];
        try
        {
            await Judge(seeds);
        }
        catch (Exception failure)
        {
            // Halves tell which it is.
            while (seeds.Length > 1)
            {
                int[] first = seeds[..(seeds.Length / 2)], second = seeds[(seeds.Length / 2)..];
                seeds = await Fails(first)
                    ? first
                    : await Fails(second)
                    ? second
                    : throw new InvalidOperationException($"{failure.Message}\nOnly several files together fail.", failure);
            }

            throw new InvalidOperationException(
                $"{failure.Message}\n{RandomSeeds.Replay(seeds[0], nameof(DrawnDeclarationsTests))}\n\n{HostileSource.Draw(seeds[0])}",
                failure);
        }
    }

    private static async Task<bool> Fails(int[] seeds) => await Record.ExceptionAsync(() => Judge(seeds)) is not null;

    private static async Task Judge(int[] seeds)
    {
        GeneratorRun run = GeneratorRun.Over([.. seeds.Select(HostileSource.Draw), Neighbours]);
        Assert.All(
            run.Result.GeneratedSources,
            static generated => Assert.Empty(generated.SyntaxTree.GetDiagnostics(TestContext.Current.CancellationToken)));

        // Half of the code is kernels, which other tests compile; what chooses among them stays. What analyzers throw is a warning of its
        // own, without a place.
        Compilation output = run.Output.RemoveSyntaxTrees(run.Result.GeneratedSources.Select(static generated => generated.SyntaxTree)
            .Where(static tree => tree.FilePath.Contains("NetGen-Kernels", StringComparison.Ordinal)
            && !tree.FilePath.EndsWith("NetGen-Kernels.g.cs", StringComparison.Ordinal)));
        ImmutableArray<Diagnostic> found = await output.WithAnalyzers([.. Analyzers])
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        ILookup<string, Diagnostic> said = run.Reported.Concat(found)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .ToLookup(static diagnostic => diagnostic.Location.SourceTree?.FilePath ?? "");
        Assert.Empty(said[""]);
        ILookup<string,
        SyntaxTree> written = run.Result.GeneratedSources.Select(static generated => generated.SyntaxTree)
            .ToLookup(static tree => Owner().Match(Path.GetFileName(tree.FilePath)).Value);
        foreach (int file in Enumerable.Range(0, seeds.Length).Where(file => !said[$"File{file}.cs"].Any()))
            AssertCompiled(1, written[HostileSource.NamespaceOf(seeds[file])], said);
        Assert.Empty(said[$"File{seeds.Length}.cs"]);
        AssertCompiled(2, written["Neighbours"], said);
    }

    /// <summary>Where nothing is said of a file, there is code for its networks, and it compiles without a warning.</summary>
    private static void AssertCompiled(int count, IEnumerable<SyntaxTree> networks, ILookup<string, Diagnostic> said)
    {
        const int FilesPerNetwork = 2;
        Assert.Equal(count * FilesPerNetwork, networks.Count());
        Assert.All(networks, network => Assert.Empty(said[network.FilePath]));
        Assert.All(networks, static network => Assert.DoesNotContain("has errors", network.ToString(), StringComparison.Ordinal));
    }

    [GeneratedRegex("^(Hostile[0-9]+|Neighbours)")]
    private static partial Regex Owner();
}
