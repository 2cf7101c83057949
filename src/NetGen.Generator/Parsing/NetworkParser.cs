using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator;

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

    /// <summary>Tells the declarations that can be networks, rightly or wrongly, from those that the C# compiler rejects by itself.</summary>
    public static bool MayDeclareNetwork(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax;

    public static ParsedNetwork Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var part = (TypeDeclarationSyntax)context.TargetNode;
        ImmutableArray<AttributeData> attributes = type.GetAttributes().Where(MlpParser.IsMlp).ToImmutableArray();

        // Every part with an attribute comes by; the part with the first one speaks for the type.
        if (!StandsOn(part, attributes[0]) || TypeParser.Parse(type) is not { } spec)
            return ParsedNetwork.Nothing;

        Compilation compilation = context.SemanticModel.Compilation;
        AttributeArguments arguments = new(attributes[0], cancellation);
        MlpParser parser = new(arguments);
        MlpDeclaration mlp = parser.Parse(type.Name);
        List<Diagnostic> mistakes =
        [
            .. LanguageRules.Check(part, arguments.Location),
            .. TypeRules.Check(type, part), .. MemberRules.Check(type, part), .. BaseRules.Check(type, part, compilation), .. parser.Mistakes,
        ];
        bool blocked = mistakes.Exists(static mistake => Blocking.Contains(mistake.Descriptor));

        // Where nothing is written, other constructors have none to call.
        if (!blocked)
            mistakes.AddRange(ConstructorRules.Check(type));
        NetworkSpec? network = mistakes.Count == 0 ? new NetworkSpec(spec, mlp.Input, mlp.ToLayers()) : null;

        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(mistakes);
        foreach (AttributeData further in attributes.Skip(1))
            diagnostics.Add(Diagnostic.Create(DiagnosticDescriptors.SecondAttribute, LocationOf(further, cancellation), type.Name));
        if (network is not null && compilation.Options.OptimizationLevel == OptimizationLevel.Debug)
            diagnostics.Add(Diagnostic.Create(DiagnosticDescriptors.NotOptimized, arguments.Location, type.Name));

        return new ParsedNetwork(blocked ? null : new Declaration(spec, network), diagnostics.ToImmutable());
    }

    private static bool StandsOn(SyntaxNode part, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } written && written.SyntaxTree == part.SyntaxTree && part.Span.Contains(written.Span);

    private static Location? LocationOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();
}
