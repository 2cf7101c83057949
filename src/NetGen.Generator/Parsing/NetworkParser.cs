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

    /// <param name="context">A part of a type with a network attribute.</param>
    /// <param name="attributeName">The attribute that it was found by.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ParsedNetwork Parse(GeneratorAttributeSyntaxContext context, string attributeName, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var part = (TypeDeclarationSyntax)context.TargetNode;
        ImmutableArray<AttributeData> attributes = type.GetAttributes().Where(LayerAttributes.IsNetwork).ToImmutableArray();

        // Every part with an attribute comes by, once for each kind; the part and kind of the first one speak for the type.
        if (!StandsOn(part, attributes[0]) || attributes[0].AttributeClass!.ToDisplayString() != attributeName || TypeParser.Parse(type) is not { } spec)
            return ParsedNetwork.Nothing;

        Compilation compilation = context.SemanticModel.Compilation;
        MistakeList mistakes = new();
        AttributeArguments arguments = new(attributes[0], mistakes, cancellation);
        mistakes.AddRange(LanguageRules.Check(part, arguments.Location));
        mistakes.AddRange(TypeRules.Check(type, part));
        mistakes.AddRange(MemberRules.Check(type, part));
        mistakes.AddRange(BaseRules.Check(type, part, compilation));
        NetworkSpec? network = attributeName == LayerAttributes.Mlp
            ? ParseMlp(type, spec, arguments, mistakes, cancellation)
            : ParseLayers(type, spec, arguments, mistakes, cancellation);
        bool blocked = mistakes.Found.Any(static mistake => Blocking.Contains(mistake.Descriptor));

        // Where nothing is written, other constructors have none to call.
        if (!blocked)
            mistakes.AddRange(ConstructorRules.Check(type));

        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(mistakes.Found);
        foreach (AttributeData further in attributes.Skip(1))
            diagnostics.Add(Diagnostic.Create(DiagnosticDescriptors.SecondAttribute, LocationOf(further, cancellation), type.Name));
        if (mistakes.Count == 0 && compilation.Options.OptimizationLevel == OptimizationLevel.Debug)
            diagnostics.Add(Diagnostic.Create(DiagnosticDescriptors.NotOptimized, arguments.Location, type.Name));

        return new ParsedNetwork(blocked ? null : new Declaration(spec, mistakes.Count == 0 ? network : null), diagnostics.ToImmutable());
    }

    private static NetworkSpec? ParseMlp(
        INamedTypeSymbol type, TypeSpec spec, AttributeArguments arguments, MistakeList mistakes, CancellationToken cancellation)
    {
        int before = mistakes.Count;
        foreach (AttributeData layer in type.GetAttributes().Where(LayerAttributes.IsLayer))
            mistakes.Add(DiagnosticDescriptors.LayersUnread, LocationOf(layer, cancellation), type.Name, "[Mlp], which says all its layers itself");
        MlpDeclaration mlp = new MlpParser(arguments, mistakes).Parse();

        // Sizes that are wrong one by one say nothing of their product.
        if (mistakes.Count == before)
            SlabSize.Check([.. mlp.Linears], type.Name, arguments.Location, mistakes);
        return mistakes.Count == 0 ? new NetworkSpec(spec, mlp.Input, mlp.ToLayers()) { Input = mlp.InputSignal } : null;
    }

    private static NetworkSpec? ParseLayers(
        INamedTypeSymbol type, TypeSpec spec, AttributeArguments arguments, MistakeList mistakes, CancellationToken cancellation)
    {
        int input = arguments.ParseRequiredSize("Input");
        InputSignal signal = InputSignalParser.Parse(arguments, mistakes);
        if (mistakes.Count > 0)
            return null;
        LayerParser parser = new(mistakes, cancellation);
        EquatableArray<LayerSpec> layers = parser.Parse(type, arguments, input);
        if (mistakes.Count == 0 && parser.Sizes.Linears.Count > 0)
            SlabSize.Check(parser.Sizes.Linears, type.Name, arguments.Location, mistakes);
        return mistakes.Count == 0 && !parser.IsUnfinished ? new NetworkSpec(spec, input, layers) { Input = signal } : null;
    }

    private static bool StandsOn(SyntaxNode part, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } written && written.SyntaxTree == part.SyntaxTree && part.Span.Contains(written.Span);

    private static Location? LocationOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();
}
