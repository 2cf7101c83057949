using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

public sealed class SuppressionTests
{
    private const string Declaration = "[NetGen.Mlp] public partial class Net;";

    [Fact]
    public void A_pragma_suppresses_a_diagnostic() =>
        Assert.Empty(GeneratorRun.Over(OptimizationLevel.Debug, "#pragma warning disable NETGEN019\n" + Declaration).Reported);

    [Fact]
    public void A_pragma_for_another_line_suppresses_nothing() =>
        Assert.Single(GeneratorRun.Over(
            OptimizationLevel.Debug, "#pragma warning disable NETGEN019\n#pragma warning restore NETGEN019\n" + Declaration).Reported);

    [Fact]
    public void A_suppression_attribute_suppresses_a_diagnostic() =>
        Assert.Empty(GeneratorRun.Over(
            OptimizationLevel.Debug,
            "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NetGen\", \"NETGEN019\", Justification = \"Debugged.\")]\n"
                + Declaration).Reported);

    [Theory]
    [InlineData("none", null)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public void An_editorconfig_decides_on_the_severity(string configured, DiagnosticSeverity? severity)
    {
        CSharpCompilationOptions options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSyntaxTreeOptionsProvider(EditorConfig.Parse($"dotnet_diagnostic.NETGEN019.severity = {configured}"));

        GeneratorRun run = GeneratorRun.Over(options, Declaration);

        Assert.Equal(severity, run.Reported.SingleOrDefault()?.Severity);
    }
}
