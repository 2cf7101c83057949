using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Constructors beside the network's own, which makes the parameters. One that calls another of the class comes to it in the end,
/// since C# forbids them to go round in circles.
/// </summary>
internal static class ConstructorRules
{
    /// <param name="type">The type.</param>
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(static constructor => !MemberRules.IsOwnConstructor(constructor))
        .SelectMany(static constructor => (constructor.PartialImplementationPart ?? constructor).DeclaringSyntaxReferences)
        .Select(static reference => reference.GetSyntax())
        .OfType<ConstructorDeclarationSyntax>()
        .Where(static constructor => !constructor.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
        .Select(constructor => Diagnostic.Create(
            DiagnosticDescriptors.UnchainedConstructor, constructor.Identifier.GetLocation(), type.Name,
            Describe(constructor.Initializer)));

    private static string Describe(ConstructorInitializerSyntax? initializer) => initializer is null ? "nothing" : "': base(...)'";
}
