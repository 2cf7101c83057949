using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>What kind of type a network can be.</summary>
internal static class TypeRules
{
    /// <param name="type">The type.</param>
    /// <param name="part">The part of it with the network attribute.</param>
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, TypeDeclarationSyntax part)
    {
        Location name = part.Identifier.GetLocation();
        if (!IsPartial(type))
            yield return Diagnostic.Create(DiagnosticDescriptors.NotPartial, name, type.Name);
        foreach (INamedTypeSymbol outer in type.ContainingTypes().Where(static outer => !IsPartial(outer)))
            yield return Diagnostic.Create(DiagnosticDescriptors.ContainingTypeNotPartial, outer.Locations[0], outer.Name, type.Name);
        if (SelfAndContaining(type).FirstOrDefault(static type => !type.TypeParameters.IsEmpty) is { } generic)
            yield return Diagnostic.Create(DiagnosticDescriptors.Generic, part.TypeParameterList?.GetLocation() ?? name, generic.Name);
        if (SelfAndContaining(type).FirstOrDefault(static type => type.IsFileLocal) is { } local)
            yield return Diagnostic.Create(DiagnosticDescriptors.FileLocal, name, local.Name);
        if (type.IsStatic)
            yield return Diagnostic.Create(DiagnosticDescriptors.Static, name, type.Name);
        else if (type.IsAbstract)
            yield return Diagnostic.Create(DiagnosticDescriptors.Abstract, name, type.Name);
        if (type.TypeKind == TypeKind.Struct)
            yield return Diagnostic.Create(DiagnosticDescriptors.Struct, name, type.Name);
        else if (type.IsRecord)
            yield return Diagnostic.Create(DiagnosticDescriptors.Record, name, type.Name);
    }

    // Where some parts say it and some do not, the C# compiler has its own error for the parts that do not.
    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax part && part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<INamedTypeSymbol> SelfAndContaining(INamedTypeSymbol type) => [type, .. type.ContainingTypes()];
}
