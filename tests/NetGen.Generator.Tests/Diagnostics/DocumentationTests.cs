using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

public sealed class DocumentationTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Ids => [.. Descriptors.Select(static descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(static entry => (DiagnosticDescriptor)entry.GetValue(null)!);

    [Fact]
    public void Ids_are_numbered_in_the_order_in_which_descriptors_are_written() =>
        Assert.Equal(Enumerable.Range(1, Descriptors.Count()).Select(static i => $"NETGEN{i:000}"), Descriptors.Select(static descriptor => descriptor.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_page_with_its_title(string id) =>
        Assert.StartsWith($"# {id}: {Find(id).Title}\n", Read($"docs/diagnostics/{id}.md"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_row_in_the_table(string id) =>
        Assert.Contains($"| [{id}]({id}.md) | {Find(id).DefaultSeverity} | {Find(id).Title} |", Read("docs/diagnostics/README.md"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_release_entry(string id) =>
        Assert.Contains(
            $"\n{id} | NetGen | {Find(id).DefaultSeverity} | {Find(id).Title}\n",
            Read("src/NetGen.Generator/AnalyzerReleases.Shipped.md") + Read("src/NetGen.Generator/AnalyzerReleases.Unshipped.md"),
            StringComparison.Ordinal);

    // The one about the language has no case among the others, which are written in a recent one, but tests of its own.
    [Fact]
    public void Every_error_is_exercised() => Assert.Equal(
        Descriptors.Where(static descriptor => descriptor.DefaultSeverity == DiagnosticSeverity.Error).Select(static descriptor => descriptor.Id),
        DiagnosticCases.All.Select(static example => example.Id).Append(DiagnosticDescriptors.LanguageTooOld.Id).Distinct().Order());

    private static DiagnosticDescriptor Find(string id) => Descriptors.Single(descriptor => descriptor.Id == id);

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "NetGen.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"Expected NetGen.sln above {AppContext.BaseDirectory}.");
    }
}
