using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Writing;

namespace NetGen.CodeFixes;

/// <summary>
/// Writes the nearest number that fits: of a window, the one that its message names; of groups, the nearest that divides the channels.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SetNumber() : SizeFix(DiagnosticDescriptors.BadWindow, DiagnosticDescriptors.UnevenGroups)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        // A number that has a name is left alone, and so is one of a block in another assembly, reported at what placed that.
        if (place is not AttributeArgumentSyntax argument || !IsWritten(argument.Expression))
            return [];
        (string what, int number) = diagnostic.Id == DiagnosticDescriptors.UnevenGroups.Id
            ? ("the number of groups", NearestDivisor(Value(diagnostic, 0), Value(diagnostic, 1)))
            : (argument.NameEquals!.Name.Identifier.ValueText, Value(diagnostic, 3));
        string text = Numbers.Literal(number);
        return [new($"Set {what} to {text}", [(place.SyntaxTree, new TextChange(argument.Expression.Span, text))])];
    }

    private static bool IsWritten(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };

    // Of two that are as near, the smaller: more channels in a group. No divisor is greater than the channels.
    private static int NearestDivisor(int channels, int groups)
    {
        groups = Math.Min(groups, channels);
        int distance = 0;
        while (!Divides(groups - distance) && !Divides(groups + distance))
            distance++;
        return Divides(groups - distance) ? groups - distance : groups + distance;

        bool Divides(int number) => number > 0 && channels % number == 0;
    }

    private static int Value(Diagnostic diagnostic, int which) =>
        int.Parse(diagnostic.Properties[Numbers.Literal(which)]!, CultureInfo.InvariantCulture);
}
