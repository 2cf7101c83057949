using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Judging;

namespace NetGen.Generator.Analyzing;

/// <summary>Finds networks whose start stands in the way of their training, and what would mend it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SignalAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.VanishingGradient, DiagnosticDescriptors.ExplodingGradient, DiagnosticDescriptors.DyingActivations,
        DiagnosticDescriptors.ExplodingActivations, DiagnosticDescriptors.IndistinguishableInputs, DiagnosticDescriptors.UnsuitedInit,
        DiagnosticDescriptors.BadThreshold);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DeclaredNetwork.Of(type, context.CancellationToken) is not { } network || !IsWritten(type))
            return;

        SignalThresholds thresholds = new(context.Options.AnalyzerConfigOptionsProvider.GetOptions(network.Location.SourceTree!));
        foreach (Diagnostic mistake in thresholds.Mistakes(network.Location))
            context.ReportDiagnostic(mistake);

        SignalFinding[] found = [.. new SignalJudge(thresholds, context.CancellationToken).Find(network.Spec)];

        // Remedies are asked for when this analysis is over, and their trials can no longer be cancelled.
        Remedies remedies = new(network, new SignalJudge(thresholds, CancellationToken.None), found);
        Diagnostic[] warnings =
        [
            .. found.Select(finding => Diagnostic.Create(
                finding.Descriptor,
                network.LocationOf(finding.Layer, finding.Descriptor == DiagnosticDescriptors.UnsuitedInit ? "Init" : "Depth"),
                [.. finding.Values, remedies])),
        ];

        // None is reported before all are made: the text of a warning that was reported may be asked for on another thread.
        foreach (Diagnostic warning in warnings)
            context.ReportDiagnostic(warning);
    }

    // Mistakes that the sketch does not see keep the rest of the class from being written too.
    private static bool IsWritten(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static contract => contract.ToDisplayString() == "NetGen.INetwork");
}
