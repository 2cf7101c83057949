using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.CodeFixes;

/// <summary>Removes <c>Causal = true</c> from attention over an image, unless a network of sequences means it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveCausal() : SizeFix(DiagnosticDescriptors.CausalImage)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        // At a whole attribute it is reported where the attention lies in a block of another assembly.
        if (place is not AttributeArgumentSyntax { Parent: AttributeArgumentListSyntax { Parent.Parent.Parent: { } type } list } argument
            || model.GetDeclaredSymbol(type) is not INamedTypeSymbol declared || IsMeant(declared, model.Compilation, context))
            return [];
        int index = list.Arguments.IndexOf(argument);
        int start = index > 0 ? list.Arguments[index - 1].Span.End : argument.SpanStart;
        return [new("Remove Causal = true", [(place.SyntaxTree, new TextChange(TextSpan.FromBounds(start, argument.Span.End), ""))])];
    }

    // A network without a mistake that places the block: its attention would no longer be causal.
    private static bool IsMeant(INamedTypeSymbol block, Compilation compilation, CodeFixContext context) => compilation
        .GetSymbolsWithName(static _ => true, SymbolFilter.Type, context.CancellationToken).OfType<INamedTypeSymbol>()
        .Any(type => NetworkSketch.Of(type, context.CancellationToken)?.Network is { } network
            && network.AllLayers.OfType<BlockSpec>().Any(placed => placed.Class == TypeParser.FullName(block)));
}
