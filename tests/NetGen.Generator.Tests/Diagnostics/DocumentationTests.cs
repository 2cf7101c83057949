using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

public sealed class DocumentationTests
{
    public static TheoryData<string> Ids => [.. Descriptors.Select(static descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(static entry => (DiagnosticDescriptor)entry.GetValue(null)!);

    [Fact]
    public void Ids_are_numbered_in_the_order_in_which_descriptors_are_written() =>
        Assert.Equal(Enumerable.Range(1, Descriptors.Count())
            .Select(static i => $"NETGEN{i:000}"), Descriptors.Select(static descriptor => descriptor.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_page_with_its_title(string id) =>
        Assert.StartsWith($"# {id}: {Find(id).Title}\n", Repository.Read($"docs/diagnostics/{id}.md"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_row_in_the_table(string id) =>
        Assert.Contains(
            $"| [{id}]({id}.md) | {Find(id).DefaultSeverity} | {Find(id).Title} |", Repository.Read("docs/diagnostics/README.md"),
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_release_entry(string id) =>
        Assert.Contains(
            $"\n{id} | NetGen | {Find(id).DefaultSeverity} | {Find(id).Title}\n",
            Repository.Read("src/NetGen.Generator/AnalyzerReleases.Shipped.md")
                + Repository.Read("src/NetGen.Generator/AnalyzerReleases.Unshipped.md"),
            StringComparison.Ordinal);

    // The one about the language has no case among the others, which are written in a recent one, but tests of its own; so have those of
    // analyzers.
    private static readonly DiagnosticDescriptor[] TestedApart =
    [
        DiagnosticDescriptors.LanguageTooOld, DiagnosticDescriptors.CrossEntropyOfOne, .. new WeightsAnalyzer().SupportedDiagnostics,
        .. new BudgetAnalyzer().SupportedDiagnostics, DiagnosticDescriptors.NoNetwork,
    ];

    [Fact]
    public void Every_error_is_exercised() => Assert.Equal(
        Descriptors.Where(static descriptor => descriptor.DefaultSeverity == DiagnosticSeverity.Error)
            .Select(static descriptor => descriptor.Id),
        DiagnosticCases.All.Concat(DiagnosticCases.Derived).Select(static example => example.Id)
            .Concat(TestedApart.Select(static descriptor => descriptor.Id)).Distinct().Order());

    private static DiagnosticDescriptor Find(string id) => Descriptors.Single(descriptor => descriptor.Id == id);
}
