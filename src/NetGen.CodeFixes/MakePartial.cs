using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Makes a network, or a type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class MakePartial() : DeclarationFix(DiagnosticDescriptors.NotPartial, DiagnosticDescriptors.ContainingTypeNotPartial)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context) =>
        place is TypeDeclarationSyntax type
            ? [new($"Make '{type.Identifier.ValueText}' partial", [(type.SyntaxTree, InFrontOf(type.Keyword))])]
            : [];

    // C# wants the modifier right before the keyword.
    private static TextChange InFrontOf(SyntaxToken keyword) => new(new TextSpan(keyword.SpanStart, 0), "partial ");
}
