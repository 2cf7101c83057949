using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Sends a residual connection between different lengths through a Linear of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class InsertProjection() : DeclarationFix(DiagnosticDescriptors.ResidualWidths)
{
    private const string Argument = "Projection";

    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        // At a whole attribute it is reported when the connection lies in a block of another assembly. Streams have no projection, and
        // none leads from one number of positions to another: the message does not speak of it then.
        if (place is not AttributeArgumentSyntax { Parent: AttributeArgumentListSyntax list }
            || string.IsNullOrEmpty(diagnostic.Properties["3"]) || PlacedBlocks.At(place, model) is null)
            return [];

        AttributeArgumentSyntax? refused = list.Arguments
            .FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == Argument);
        TextChange change = refused is not null
            ? new TextChange(refused.Expression.Span, "true")
            : new TextChange(new TextSpan(place.Span.End, 0), $", {Argument} = true");
        return [new("Insert a projection", [(place.SyntaxTree, change)])];
    }
}
