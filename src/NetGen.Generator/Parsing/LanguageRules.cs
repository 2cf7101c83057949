using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>In which versions of C# a network can be declared.</summary>
internal static class LanguageRules
{
    // Generated code has static abstract members and types local to a file (C# 11), and collection expressions (C# 12).
    private const LanguageVersion Oldest = LanguageVersion.CSharp12;

    /// <param name="part">The part of the type with the network attribute.</param>
    /// <param name="attribute">Where the attribute is written.</param>
    public static IEnumerable<Diagnostic> Check(SyntaxNode part, Location? attribute)
    {
        // Names such as 'latest' are resolved already.
        LanguageVersion found = ((CSharpParseOptions)part.SyntaxTree.Options).LanguageVersion;
        if (found < Oldest)
            yield return Diagnostic.Create(DiagnosticDescriptors.LanguageTooOld, attribute, found.ToDisplayString());
    }
}
