using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Judging;

namespace NetGen.CodeFixes;

/// <summary>Writes edits of an attribute as changes of its text.</summary>
internal sealed class AttributeChange(AttributeSyntax attribute, Compilation compilation)
{
    private readonly AttributeArgumentSyntax[] arguments = attribute.ArgumentList is { } list ? [.. list.Arguments] : [];

    public IEnumerable<(SyntaxTree File, TextChange Change)> Of(IReadOnlyList<AttributeEdit> edits)
    {
        List<string> added = [];
        foreach (AttributeEdit edit in edits)
        {
            if (edit.Argument.Length == 0)
                yield return (attribute.SyntaxTree, LayerInFront(edit.Text));
            else if (Array.Find(arguments, argument => IsReplaced(NameOf(argument), edit.Argument)) is { } replaced)
                yield return (attribute.SyntaxTree, new TextChange(replaced.Span, Written(edit)));
            else
                added.Add(Written(edit));
        }

        if (added.Count > 0)
            yield return (attribute.SyntaxTree, Insertion(string.Join(", ", added)));
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;

    // Residual and Shortcut both say what goes around a block, so that one replaces the other.
    private static bool IsReplaced(string? argument, string by) =>
        argument == by || argument is "Residual" or "Shortcut" && by is "Residual" or "Shortcut";

    private TextChange LayerInFront(string layer) =>
        new(new TextSpan(attribute.SpanStart, 0), $"{Named(layer, layer + "Attribute")}, ");

    private TextChange Insertion(string text) => attribute.ArgumentList is not { } list
        ? new TextChange(new TextSpan(attribute.Name.Span.End, 0), $"({text})")
        : arguments.Length == 0
            ? new TextChange(new TextSpan(list.OpenParenToken.Span.End, 0), text)
            : new TextChange(new TextSpan(arguments[arguments.Length - 1].Span.End, 0), ", " + text);

    private string Written(AttributeEdit edit)
    {
        int dot = edit.Text.IndexOf('.');
        bool isMember = dot > 0 && char.IsUpper(edit.Text[0]);
        return $"{edit.Argument} = {(isMember ? Named(edit.Text, edit.Text.Substring(0, dot)) : edit.Text)}";
    }

    // Where the namespace is not in use, names are written in full.
    private string Named(string text, string type)
    {
        SemanticModel model = compilation.GetSemanticModel(attribute.SyntaxTree);
        IEnumerable<ISymbol> seen = model.LookupNamespacesAndTypes(attribute.SpanStart, name: type);
        return seen.Any(symbol => symbol.ToDisplayString() == "NetGen." + type) ? text : "NetGen." + text;
    }
}
