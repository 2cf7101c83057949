using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>The length of what a network hands out, from its attributes alone, wherever it was declared.</summary>
internal static class OutputWidth
{
    /// <param name="type">A class, which need not be a network.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The length, or nothing where the class is no network, or a wrong one.</returns>
    public static int? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.GetAttributes().FirstOrDefault(LayerAttributes.IsNetwork) is not { } attribute)
            return null;

        MistakeList mistakes = new();
        AttributeArguments arguments = new(attribute, mistakes, cancellation);
        int width = attribute.AttributeClass!.ToDisplayString() == LayerAttributes.Mlp
            ? new MlpParser(arguments, mistakes).Parse().Output
            : OfLayers(type, arguments, mistakes, cancellation);
        return mistakes.Count == 0 ? width : null;
    }

    private static int OfLayers(INamedTypeSymbol type, AttributeArguments arguments, MistakeList mistakes, CancellationToken cancellation)
    {
        LayerParser parser = new(mistakes, cancellation);
        parser.Parse(type, arguments, arguments.ParseRequiredSize("Input"));
        return parser.OutputWidth;
    }
}
