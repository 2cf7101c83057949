using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Writes the batch norm that goes with the example: <c>BatchNorm1d</c> and <c>BatchNorm2d</c> have the same arguments.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class OtherBatchNorm() : SizeFix(DiagnosticDescriptors.BatchNormArgument)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        if (place is not AttributeSyntax attribute)
            return [];
        SyntaxToken name = attribute.Name.GetLastToken();
        string? other = name.ValueText switch
        {
            "BatchNorm1d" or "BatchNorm1dAttribute" => name.ValueText.Replace('1', '2'),
            "BatchNorm2d" or "BatchNorm2dAttribute" => name.ValueText.Replace('2', '1'),
            _ => null,
        };
        return other is null ? [] : [new($"Write {other}", [(place.SyntaxTree, new TextChange(name.Span, other))])];
    }
}
