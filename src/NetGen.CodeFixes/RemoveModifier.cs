using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Removes <c>static</c> or <c>abstract</c> from all parts of a network, unless a member of it needs the modifier.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RemoveModifier() : DeclarationFix(DiagnosticDescriptors.Static, DiagnosticDescriptors.Abstract)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        if (model.GetDeclaredSymbol(place) is not INamedTypeSymbol type)
            return [];
        SyntaxKind modifier = diagnostic.Id == DiagnosticDescriptors.Static.Id ? SyntaxKind.StaticKeyword : SyntaxKind.AbstractKeyword;
        if (type.MightContainExtensionMethods || type.GetMembers().Any(static member => member.IsAbstract))
            return [];

        IEnumerable<SyntaxToken> tokens = type.DeclaringSyntaxReferences
            .Select(static reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(static part => part.Modifiers)
            .Where(token => token.IsKind(modifier));
        return [new($"Remove '{SyntaxFacts.GetText(modifier)}'", tokens.Select(static token => (token.SyntaxTree!, Removal(token))))];
    }

    private static TextChange Removal(SyntaxToken token)
    {
        SourceText text = token.SyntaxTree!.GetText();
        int end = token.Span.End;
        while (char.IsWhiteSpace(text[end]))
            end++;
        return new TextChange(TextSpan.FromBounds(token.SpanStart, end), "");
    }
}
