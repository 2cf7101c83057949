using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzing;

/// <summary>Finds layers on a class that is neither network nor block, which nobody would read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadLayersAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.LayersUnread);

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
        if (attributes.Any(static attribute => IsNetworkOrBlock(attribute) || IsUnfinished(attribute)))
            return;
        AttributeData? layer = attributes.FirstOrDefault(LayerAttributes.IsLayer);
        if (layer?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() is { } location)
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.LayersUnread, location, context.Symbol.Name, "neither"));
    }

    private static bool IsNetworkOrBlock(AttributeData attribute) =>
        LayerAttributes.IsNetwork(attribute) || LayerAttributes.IsBlock(attribute);

    // While the attribute that is missing is being typed, there is an error already.
    private static bool IsUnfinished(AttributeData attribute) => attribute.AttributeClass is not { TypeKind: not TypeKind.Error };
}
