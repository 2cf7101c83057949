using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Writing;

namespace NetGen.CodeFixes;

/// <summary>
/// Writes the nearest number that fits: of a window and of positions, the one that its message names; of groups and heads, the nearest that
/// divides what they share.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SetNumber() : SizeFix(
    DiagnosticDescriptors.BadWindow, DiagnosticDescriptors.UnevenGroups, DiagnosticDescriptors.UnevenHeads,
    DiagnosticDescriptors.FewPositions)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        // A number that has a name is left alone, and so is one of a block in another assembly, reported at what placed that.
        if (place is not AttributeArgumentSyntax argument || !IsWritten(argument.Expression))
            return [];
        (string what, int? number) = diagnostic.Id switch
        {
            var id when id == DiagnosticDescriptors.UnevenGroups.Id =>
                ("the number of groups", NearestDivisor(Value(diagnostic, 0), Value(diagnostic, 1))),
            var id when id == DiagnosticDescriptors.UnevenHeads.Id => ("the number of heads", NearestHeads(diagnostic)),
            var id when id == DiagnosticDescriptors.FewPositions.Id => ("Positions", Value(diagnostic, 0)),
            var id when id == DiagnosticDescriptors.BadWindow.Id =>
                (argument.NameEquals?.Name.Identifier.ValueText ?? "the side of a patch", Value(diagnostic, 3)),
            var id => throw new InvalidOperationException($"{id} has no number to set."),
        };
        if (number is not int fitting)
            return [];
        string text = Numbers.Literal(fitting);
        return [new($"Set {what} to {text}", [(place.SyntaxTree, new TextChange(argument.Expression.Span, text))])];
    }

    private static bool IsWritten(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };

    // Heads of even width, which the message asks for where they turn, divide half the width.
    private static int? NearestHeads(Diagnostic diagnostic)
    {
        (int width, int heads) = (Value(diagnostic, 0), Value(diagnostic, 1));
        if (string.IsNullOrEmpty(diagnostic.Properties["2"]))
            return NearestDivisor(width, heads);
        return width % 2 == 0 ? NearestDivisor(width / 2, heads) : null;
    }

    // Of two that are as near, the smaller: more channels in a group. Every divisor above the root is the partner of one below.
    private static int NearestDivisor(int number, int asked) => Enumerable.Range(1, (int)Math.Sqrt(number))
        .Where(divisor => number % divisor == 0)
        .SelectMany(divisor => new[] { divisor, number / divisor })
        .OrderBy(divisor => Math.Abs((long)divisor - asked))
        .ThenBy(static divisor => divisor)
        .First();

    private static int Value(Diagnostic diagnostic, int which) =>
        int.Parse(diagnostic.Properties[Numbers.Literal(which)]!, CultureInfo.InvariantCulture);
}
