using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Parsing;
using NetGen.Generator.Writing;

namespace NetGen.CodeFixes;

/// <summary>The product that decides on the length of what a block hands on, and the outputs it needs for another length.</summary>
/// <param name="Kind">Which layer it is: Linear, Conv2d or Embedding.</param>
/// <param name="Block">The class that it is written on, which may be a block in the block.</param>
/// <param name="Number">Where its number of outputs is written.</param>
/// <param name="Outputs">What it should be.</param>
internal sealed record LastProduct(string Kind, string Block, LiteralExpressionSyntax Number, int Outputs)
{
    public TextChange Change => new(Number.Span, Numbers.Literal(Outputs));

    /// <param name="block">A block that was read without a mistake.</param>
    /// <param name="length">The length that it should hand on.</param>
    /// <returns>The product, or null where more than one decides, or its number is not written as a literal.</returns>
    public static LastProduct? Of(INamedTypeSymbol block, int length)
    {
        foreach (AttributeData layer in block.GetAttributes().Where(LayerAttributes.IsLayer).Reverse())
        {
            switch (LayerAttributes.KindOf(layer))
            {
                case ("Linear" or "Conv2d" or "Embedding") and var kind:
                    return NumberOf(layer) is { } number ? new LastProduct(kind, block.Name, number, length) : null;
                case "CReLU" or "NCReLU" when length % 2 == 0:
                    length /= 2;
                    break;
                case "SwiGLU" when length <= int.MaxValue / 2:
                    length *= 2;
                    break;
                case "Use" or "Repeat" when ChangesLength(Placed(layer)):
                    return Of(Placed(layer), length);
                case "CReLU" or "NCReLU" or "SwiGLU" or "PatchEmbedding" or "Parallel" or "Flatten":
                    return null;
            }
        }

        return null;
    }

    private static bool ChangesLength(INamedTypeSymbol block) => block.GetAttributes().Where(LayerAttributes.IsLayer).Any(static layer =>
        LayerAttributes.KindOf(layer)
            is "Linear" or "Conv2d" or "Embedding" or "PatchEmbedding" or "CReLU" or "NCReLU" or "SwiGLU" or "Parallel" or "Flatten"
        || LayerAttributes.KindOf(layer) is "Use" or "Repeat" && ChangesLength(Placed(layer)));

    private static INamedTypeSymbol Placed(AttributeData layer) => (INamedTypeSymbol)layer.AttributeClass!.TypeArguments[0];

    private static LiteralExpressionSyntax? NumberOf(AttributeData product)
    {
        var syntax = product.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        AttributeArgumentSyntax? outputs = syntax?.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);
        return outputs?.Expression is LiteralExpressionSyntax number && number.IsKind(SyntaxKind.NumericLiteralExpression) ? number : null;
    }
}
