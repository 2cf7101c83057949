using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>What a network can derive from.</summary>
internal static class BaseRules
{
    /// <param name="type">The type.</param>
    /// <param name="part">The part of it with the network attribute.</param>
    /// <param name="compilation">What decides about accessibility.</param>
    /// <param name="members">The names of the members that the compiler writes.</param>
    public static IEnumerable<Diagnostic> Check(
        INamedTypeSymbol type, TypeDeclarationSyntax part, Compilation compilation, IEnumerable<string> members)
    {
        Location name = part.Identifier.GetLocation();

        // What is written for a base class is not there yet when its declaration is read, so that clashes with it would not be found.
        if (BaseTypes(type).FirstOrDefault(static ancestor => ancestor.GetAttributes().Any(LayerAttributes.IsNetwork)) is { } network)
            return [Diagnostic.Create(DiagnosticDescriptors.BaseNetwork, name, type.Name, network.Name)];

        IEnumerable<Diagnostic?> clashes = members.Select(member => CheckMember(member, type, name, compilation));
        IEnumerable<Diagnostic?> found = [.. clashes, CheckConstructor(type, name, compilation)];
        return found.OfType<Diagnostic>();
    }

    private static Diagnostic? CheckMember(string name, INamedTypeSymbol type, Location place, Compilation compilation) =>
        BaseTypes(type).FirstOrDefault(ancestor =>
            ancestor.GetMembers(name).Any(member => compilation.IsSymbolAccessibleWithin(member, type))) is { } heritage
            ? MemberRules.Clash(name, place, $"'{type.Name}' inherits it from '{heritage.Name}'")
            : null;

    private static Diagnostic? CheckConstructor(INamedTypeSymbol type, Location name, Compilation compilation) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, BaseType: { TypeKind: TypeKind.Class } ancestor }
        && !ancestor.InstanceConstructors.Any(constructor =>
            constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams)
            && compilation.IsSymbolAccessibleWithin(constructor, type))
            ? Diagnostic.Create(DiagnosticDescriptors.BaseConstructor, name, ancestor.Name, type.Name)
            : null;

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
    }
}
