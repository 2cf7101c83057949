using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Removes a further network attribute from a class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveAttribute() : DeclarationFix(DiagnosticDescriptors.SecondAttribute)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context) =>
        place is AttributeSyntax { Parent: AttributeListSyntax list } attribute
            ? [new($"Remove '{attribute}'", [(place.SyntaxTree, new TextChange(Extent(attribute, list), ""))])]
            : [];

    private static TextSpan Extent(AttributeSyntax attribute, AttributeListSyntax list)
    {
        SeparatedSyntaxList<AttributeSyntax> attributes = list.Attributes;
        if (attributes.Count == 1)
            return Extent(list, list.SyntaxTree.GetText());
        int index = attributes.IndexOf(attribute);
        return index == 0
            ? TextSpan.FromBounds(attribute.SpanStart, attributes[1].SpanStart)
            : TextSpan.FromBounds(attributes.GetSeparator(index - 1).SpanStart, attribute.Span.End);
    }

    /// <summary>The brackets with the blanks behind them; with their lines where nothing else is written there.</summary>
    private static TextSpan Extent(AttributeListSyntax list, SourceText text)
    {
        TextLine first = text.Lines.GetLineFromPosition(list.SpanStart);
        TextLine last = text.Lines.GetLineFromPosition(list.Span.End);
        int end = list.Span.End;
        while (end < last.End && char.IsWhiteSpace(text[end]))
            end++;
        bool alone = end == last.End && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, list.SpanStart)));
        return alone
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : TextSpan.FromBounds(list.SpanStart, end);
    }
}
