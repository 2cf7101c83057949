using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzing;

/// <summary>
/// Finds attributes that nobody would read: layers on a class that is neither network nor block, weights and budgets on one that is no
/// network.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadAttributesAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.LayersUnread, DiagnosticDescriptors.NoNetwork);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        ImmutableArray<AttributeData> attributes = context.Symbol.GetAttributes();
        if (attributes.Any(static attribute => LayerAttributes.IsNetwork(attribute) || IsUnfinished(attribute)))
            return;
        if (!attributes.Any(LayerAttributes.IsBlock) && attributes.FirstOrDefault(LayerAttributes.IsLayer) is { } layer)
            Report(DiagnosticDescriptors.LayersUnread, layer, "neither");
        foreach (AttributeData attribute in attributes)
        {
            if (LayerAttributes.IsWeights(attribute))
                Report(DiagnosticDescriptors.NoNetwork, attribute, "Weights");
            else if (LayerAttributes.IsBudget(attribute))
                Report(DiagnosticDescriptors.NoNetwork, attribute, "Budget");
        }

        void Report(DiagnosticDescriptor descriptor, AttributeData attribute, string what)
        {
            if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() is { } location)
                context.ReportDiagnostic(Diagnostic.Create(descriptor, location, context.Symbol.Name, what));
        }
    }

    // While the attribute that is missing is being typed, there is an error already.
    private static bool IsUnfinished(AttributeData attribute) => attribute.AttributeClass is not { TypeKind: not TypeKind.Error };
}
