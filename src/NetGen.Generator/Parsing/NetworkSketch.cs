using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Folding;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>What follows from the attributes of a network and its blocks alone, wherever they were declared.</summary>
/// <param name="Network">The network, or null where there is a mistake, or something is missing that the C# compiler asks for.</param>
/// <param name="Mistakes">What is wrong with its attributes.</param>
/// <param name="Folds">Whether it asks for a folded network too.</param>
internal sealed record NetworkSketch(NetworkSpec? Network, IReadOnlyList<Diagnostic> Mistakes, bool Folds)
{
    /// <param name="type">A class, which need not be a network.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What follows, or null where the class is no network or has no name yet.</returns>
    public static NetworkSketch? Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.GetAttributes().FirstOrDefault(LayerAttributes.IsNetwork) is { } attribute && TypeParser.Parse(type) is { } spec
            ? Of(type, spec, attribute, cancellation)
            : null;

    /// <param name="type">The class.</param>
    /// <param name="spec">How to write another part of it.</param>
    /// <param name="attribute">Its network attribute.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static NetworkSketch Of(INamedTypeSymbol type, TypeSpec spec, AttributeData attribute, CancellationToken cancellation)
    {
        MistakeList mistakes = new();
        AttributeArguments arguments = new(attribute, mistakes, cancellation);
        NetworkSpec? network = LayerAttributes.IsMlp(attribute)
            ? ParseMlp(type, spec, arguments, mistakes, cancellation)
            : ParseLayers(type, spec, arguments, mistakes, cancellation);
        bool folds = arguments.Get<bool>("Fold") ?? false;
        if (folds && network is not null && Fold.Run(network) is null)
            mistakes.Add(
                DiagnosticDescriptors.UselessArgument, arguments.LocationOf("Fold"),
                "something that folds beside Fold, such as a product with a batch norm behind it", "nothing", type.Name);
        return new NetworkSketch(mistakes.Count == 0 ? network : null, mistakes.Found, folds);
    }

    private static NetworkSpec? ParseMlp(
        INamedTypeSymbol type, TypeSpec spec, AttributeArguments arguments, MistakeList mistakes, CancellationToken cancellation)
    {
        foreach (AttributeData layer in type.GetAttributes().Where(LayerAttributes.IsLayer))
        {
            Location? location = layer.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();
            mistakes.Add(DiagnosticDescriptors.LayersUnread, location, type.Name, "[Mlp], which says all its layers itself");
        }
        MlpDeclaration mlp = new MlpParser(arguments, mistakes).Parse();

        // Sizes that are wrong one by one say nothing of their product.
        if (mistakes.Count == 0)
            SlabSize.Check(Shape.Example(mlp.Input), [.. mlp.Linears], type.Name, arguments.Location, mistakes);
        return mistakes.Count == 0 ? new NetworkSpec(spec, Shape.Example(mlp.Input), mlp.ToLayers()) { Input = mlp.InputSignal } : null;
    }

    private static NetworkSpec? ParseLayers(
        INamedTypeSymbol type, TypeSpec spec, AttributeArguments arguments, MistakeList mistakes, CancellationToken cancellation)
    {
        Shape? example = ExampleParser.Parse(arguments, type.Name, mistakes);
        InputSignal signal = InputSignalParser.Parse(arguments, mistakes);
        if (example is null || mistakes.Count > 0)
            return null;
        LayerParser parser = new(mistakes, cancellation);
        EquatableArray<LayerSpec> layers = parser.Parse(type, arguments, example);
        if (mistakes.Count == 0 && parser.Sizes.Linears.Count > 0)
            SlabSize.Check(example, parser.Sizes.Linears, type.Name, arguments.Location, mistakes);
        return mistakes.Count == 0 && !parser.IsUnfinished ? new NetworkSpec(spec, example, layers) { Input = signal } : null;
    }
}
