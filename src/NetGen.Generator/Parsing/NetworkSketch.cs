using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>What follows from the attributes of a network and its blocks alone, wherever they were declared.</summary>
/// <param name="OutputWidth">The length of an output vector, where there is no mistake.</param>
/// <param name="Mistakes">What is wrong with its sizes.</param>
internal sealed record NetworkSketch(int OutputWidth, IReadOnlyList<Diagnostic> Mistakes)
{
    /// <param name="type">A class, which need not be a network.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What follows, or nothing where the class is no network.</returns>
    public static NetworkSketch? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.GetAttributes().FirstOrDefault(LayerAttributes.IsNetwork) is not { } attribute)
            return null;

        MistakeList mistakes = new();
        AttributeArguments arguments = new(attribute, mistakes, cancellation);
        int width = attribute.AttributeClass!.ToDisplayString() == LayerAttributes.Mlp
            ? new MlpParser(arguments, mistakes).Parse().Output
            : ParseLayers(type, arguments, mistakes, cancellation);
        return new NetworkSketch(width, mistakes.Found);
    }

    private static int ParseLayers(INamedTypeSymbol type, AttributeArguments arguments, MistakeList mistakes, CancellationToken cancellation)
    {
        LayerParser parser = new(mistakes, cancellation);
        parser.Parse(type, arguments, arguments.ParseRequiredSize("Input"));
        return parser.OutputWidth;
    }
}
