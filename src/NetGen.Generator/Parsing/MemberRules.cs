using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator;

/// <summary>What a network must leave to the members that the compiler writes: two properties, a constructor and <c>INetwork</c>.</summary>
internal static class MemberRules
{
    private static readonly string[] Properties = ["Info", "Parameters"];
    private static readonly string[] ConstructorParameters = ["int", "NetGen.Init?", "float?"];

    /// <param name="type">The type.</param>
    /// <param name="part">The part of it with the network attribute.</param>
    /// <param name="compilation">What decides about accessibility.</param>
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, TypeDeclarationSyntax part, Compilation compilation)
    {
        Location name = part.Identifier.GetLocation();
        IEnumerable<Diagnostic?> clashes = Properties.Select(property => CheckProperty(property, type, name, compilation));
        IEnumerable<Diagnostic?> others = [CheckConstructor(type), CheckPrimaryConstructor(type), CheckBaseConstructor(type, name, compilation)];
        return clashes.Concat(CheckInterface(type)).Concat(others).Where(static found => found is not null)!;
    }

    private static Diagnostic? CheckProperty(string property, INamedTypeSymbol type, Location name, Compilation compilation)
    {
        if (type.Name == property)
            return Clash(property, name, "it is the name of the class");
        if (type.TypeParameters.FirstOrDefault(parameter => parameter.Name == property) is { } typeParameter)
            return Clash(property, typeParameter.Locations[0], "it is a type parameter");
        if (MembersInTheWay(type).FirstOrDefault() is { } own)
            return Clash(property, own.Locations[0], $"'{type.Name}' declares '{own.Name}'");
        foreach (INamedTypeSymbol ancestor in BaseTypes(type))
        {
            // What this compiler writes for a base class is not there yet when it reads the class.
            if (ancestor.GetAttributes().Any(MlpParser.IsMlp)
                || ancestor.GetMembers(property).Any(member => compilation.IsSymbolAccessibleWithin(member, type)))
                return Clash(property, name, $"'{type.Name}' inherits it from '{ancestor.Name}'");
        }

        return null;

        // A property reserves the names of both its accessors, whether it has them or not.
        IEnumerable<ISymbol> MembersInTheWay(INamedTypeSymbol type) =>
            [.. type.GetMembers(property), .. type.GetMembers("get_" + property), .. type.GetMembers("set_" + property)];
    }

    private static Diagnostic? CheckConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(static constructor =>
            constructor.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
            && constructor.Parameters.Select(static parameter => parameter.Type.ToDisplayString()).SequenceEqual(ConstructorParameters)) is { } taken
            ? Clash($"{type.Name}(int, Init?, float?)", taken.Locations[0], $"'{type.Name}' declares this constructor")
            : null;

    // By name, which tells even where the type does not list the interface that it implements.
    private static IEnumerable<Diagnostic> CheckInterface(INamedTypeSymbol type) => type.GetMembers()
        .Where(static member => member.Name.StartsWith("NetGen.INetwork.", StringComparison.Ordinal)
            && member is IPropertySymbol or IMethodSymbol { AssociatedSymbol: null })
        .Select(member => Clash(member.Name, member.Locations[0], $"'{type.Name}' declares it"));

    private static Diagnostic? CheckPrimaryConstructor(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(static reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.ParameterList)
        .FirstOrDefault(static list => list is not null) is { } parameters
        ? Diagnostic.Create(DiagnosticDescriptors.PrimaryConstructor, parameters.GetLocation(), type.Name)
        : null;

    private static Diagnostic? CheckBaseConstructor(INamedTypeSymbol type, Location name, Compilation compilation) =>
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

    private static Diagnostic Clash(string member, Location location, string why) =>
        Diagnostic.Create(DiagnosticDescriptors.MemberClash, location, member, why);
}
