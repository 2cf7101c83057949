using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Judging;

/// <summary>Writes edits of an attribute as changes of its text.</summary>
internal sealed class AttributeChange(AttributeSyntax attribute, Compilation compilation)
{
    private readonly AttributeArgumentSyntax[] arguments = attribute.ArgumentList is { } list ? [.. list.Arguments] : [];

    public IEnumerable<(SyntaxTree File, TextChange Change)> Of(IReadOnlyList<AttributeEdit> edits)
    {
        List<string> added = [];
        foreach (AttributeEdit edit in edits)
        {
            switch (edit)
            {
                case AttributeEdit.Insertion { Layer: var layer }:
                    yield return (attribute.SyntaxTree, LayerInFront(layer));
                    break;
                case AttributeEdit.Replacement { Layer: var layer, Arguments: var numbers }:
                    yield return (attribute.SyntaxTree, new TextChange(attribute.Span, NamedLayer(layer) + numbers));
                    break;
                case AttributeEdit.Argument set when Array.Find(arguments, one => IsReplaced(NameOf(one), set.Name)) is { } replaced:
                    yield return (attribute.SyntaxTree, new TextChange(replaced.Span, Written(set)));
                    break;
                case AttributeEdit.Argument set:
                    added.Add(Written(set));
                    break;
                default:
                    throw new InvalidOperationException($"{edit} is no change.");
            }
        }

        if (added.Count > 0)
            yield return (attribute.SyntaxTree, Insertion(string.Join(", ", added)));
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;

    // Residual and Shortcut both say what goes around a block, so that one replaces the other.
    private static bool IsReplaced(string? argument, string by) =>
        argument == by || argument is "Residual" or "Shortcut" && by is "Residual" or "Shortcut";

    private TextChange LayerInFront(string layer) =>
        new(new TextSpan(attribute.SpanStart, 0), NamedLayer(layer) + ", ");

    private TextChange Insertion(string text) => attribute.ArgumentList is not { } list
        ? new TextChange(new TextSpan(attribute.Name.Span.End, 0), $"({text})")
        : arguments.Length == 0
            ? new TextChange(new TextSpan(list.OpenParenToken.Span.End, 0), text)
            : new TextChange(new TextSpan(arguments[arguments.Length - 1].Span.End, 0), ", " + text);

    private string Written(AttributeEdit.Argument edit)
    {
        int dot = edit.Value.IndexOf('.');
        bool isMember = dot > 0 && char.IsUpper(edit.Value[0]);
        return $"{edit.Name} = {(isMember ? Named(edit.Value, edit.Value.Substring(0, dot)) : edit.Value)}";
    }

    private string NamedLayer(string layer) => Named(layer, layer + "Attribute");

    // Where the namespace is not in use, names are written in full.
    private string Named(string text, string type)
    {
        SemanticModel model = compilation.GetSemanticModel(attribute.SyntaxTree);
        IEnumerable<ISymbol> seen = model.LookupNamespacesAndTypes(attribute.SpanStart, name: type);
        return seen.Any(symbol => symbol.ToDisplayString() == "NetGen." + type) ? text : "NetGen." + text;
    }
}
