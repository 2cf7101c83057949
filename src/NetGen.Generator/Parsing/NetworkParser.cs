using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a type with a network attribute.</summary>
internal static class NetworkParser
{
    /// <summary>Mistakes after which no other part of the type would compile, so that nothing is written.</summary>
    private static readonly ImmutableHashSet<DiagnosticDescriptor> Blocking = ImmutableHashSet.Create(
        DiagnosticDescriptors.NotPartial,
        DiagnosticDescriptors.ContainingTypeNotPartial,
        DiagnosticDescriptors.Static,
        DiagnosticDescriptors.FileLocal,
        DiagnosticDescriptors.MemberClash,
        DiagnosticDescriptors.PrimaryConstructor,
        DiagnosticDescriptors.BaseConstructor,
        DiagnosticDescriptors.BaseNetwork,
        DiagnosticDescriptors.LanguageTooOld);

    /// <summary>
    /// Tells the declarations that can be networks, rightly or wrongly, from declarations that the C# compiler rejects by itself.
    /// </summary>
    public static bool MayDeclareNetwork(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax;

    /// <param name="context">A part of a type with a network attribute.</param>
    /// <param name="attributeName">The attribute that it was found by.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ParsedNetwork Parse(GeneratorAttributeSyntaxContext context, string attributeName, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var part = (TypeDeclarationSyntax)context.TargetNode;
        ImmutableArray<AttributeData> attributes = type.GetAttributes().Where(LayerAttributes.IsNetwork).ToImmutableArray();

        // Every part with an attribute comes by, once for each kind; the part and kind of the first one speak for the type.
        if (attributes.IsEmpty
            || !StandsOn(part, attributes[0])
            || LayerAttributes.IsMlp(attributes[0]) != (attributeName == LayerAttributes.Mlp)
            || TypeParser.Parse(type) is not { } spec)
            return ParsedNetwork.Nothing;

        Compilation compilation = context.SemanticModel.Compilation;
        Location? location = LocationOf(attributes[0], cancellation);
        NetworkSketch sketch = NetworkSketch.Of(type, spec, attributes[0], cancellation);
        AttributeData? weights = type.GetAttributes().FirstOrDefault(LayerAttributes.IsWeights);
        string[] members = [.. MemberRules.Names(sketch.Folds, weights is not null)];
        List<Diagnostic> mistakes =
        [
            .. LanguageRules.Check(part, location),
            .. TypeRules.Check(type, part),
            .. MemberRules.Check(type, part, members),
            .. BaseRules.Check(type, part, compilation, members),
            .. sketch.Mistakes,
        ];
        bool blocked = mistakes.Any(static mistake => Blocking.Contains(mistake.Descriptor));

        // Where nothing is written, other constructors have none to call.
        if (!blocked)
            mistakes.AddRange(ConstructorRules.Check(type));

        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(mistakes);
        foreach (AttributeData further in attributes.Skip(1))
            diagnostics.Add(Diagnostic.Create(DiagnosticDescriptors.SecondAttribute, LocationOf(further, cancellation), type.Name));
        if (mistakes.Count == 0 && compilation.Options.OptimizationLevel == OptimizationLevel.Debug)
            diagnostics.Add(Diagnostic.Create(DiagnosticDescriptors.NotOptimized, location, type.Name));

        NetworkSpec? network = mistakes.Count == 0 ? sketch.Network : null;
        Declaration declaration = new(spec, network, sketch.Folds) { Weights = weights is null ? null : WeightsFiles.PathOf(weights) };
        return new ParsedNetwork(blocked ? null : declaration, diagnostics.ToImmutable());
    }

    private static bool StandsOn(SyntaxNode part, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } written && written.SyntaxTree == part.SyntaxTree && part.Span.Contains(written.Span);

    private static Location? LocationOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();
}
