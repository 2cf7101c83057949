using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>An <c>.editorconfig</c> beside the source files.</summary>
internal sealed class EditorConfig(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
{
    /// <param name="setting">What it says of C# files.</param>
    public static EditorConfig Parse(string setting) =>
        new(AnalyzerConfigSet.Create<AnalyzerConfig[]>([AnalyzerConfig.Parse($"root = true\n[*.cs]\n{setting}\n", "/.editorconfig")]));

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(
        SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        configs.GetOptionsForSourcePath("/" + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(
        string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = ReportDiagnostic.Default;
        return false;
    }
}
