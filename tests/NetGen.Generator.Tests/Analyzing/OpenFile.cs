using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>
/// The first file of a compilation, as an editor has it open: what is said of it depends on what was generated beside it, but that need not
/// be gone through.
/// </summary>
internal static class OpenFile
{
    /// <summary>What an analyzer says of it.</summary>
    public static Task<ImmutableArray<Diagnostic>> Analyze(
        Compilation compilation, DiagnosticAnalyzer analyzer, params IEnumerable<string> settings) =>
        Analyze(compilation, analyzer, [], settings);

    /// <summary>What an analyzer says of it, in a project with additional files.</summary>
    public static Task<ImmutableArray<Diagnostic>> Analyze(
        Compilation compilation, DiagnosticAnalyzer analyzer, IEnumerable<AdditionalText> files, params IEnumerable<string> settings) =>
        compilation.WithAnalyzers([analyzer], new AnalyzerOptions([.. files], new ConfiguredOptions(settings)))
            .GetAnalyzerSemanticDiagnosticsAsync(ModelOf(compilation), filterSpan: null, TestContext.Current.CancellationToken);

    /// <summary>The errors of the C# compiler.</summary>
    public static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        ModelOf(compilation).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static SemanticModel ModelOf(Compilation compilation) => compilation.GetSemanticModel(compilation.SyntaxTrees.First());
}
