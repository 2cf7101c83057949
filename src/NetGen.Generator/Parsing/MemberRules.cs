using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>What a network must leave to the members that the compiler writes: two properties, a constructor and <c>INetwork</c>.</summary>
internal static class MemberRules
{
    /// <summary>The properties that the compiler writes.</summary>
    public static readonly string[] Properties = ["Info", "Parameters"];
    private static readonly string[] ConstructorParameters = ["int", "NetGen.Init?", "float?"];

    /// <param name="type">The type.</param>
    /// <param name="part">The part of it with the network attribute.</param>
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, TypeDeclarationSyntax part)
    {
        IEnumerable<Diagnostic?> properties = Properties.Select(property => CheckProperty(property, type, part.Identifier.GetLocation()));
        IEnumerable<Diagnostic?> found = [.. properties, .. CheckInterface(type), CheckConstructor(type), CheckPrimaryConstructor(type)];
        return found.OfType<Diagnostic>();
    }

    /// <summary>Whether a constructor takes the same arguments as a network's own.</summary>
    public static bool IsOwnConstructor(IMethodSymbol constructor) =>
        constructor.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
        && constructor.Parameters.Select(static parameter => parameter.Type.ToDisplayString()).SequenceEqual(ConstructorParameters);

    private static Diagnostic? CheckProperty(string property, INamedTypeSymbol type, Location name)
    {
        if (type.Name == property)
            return Clash(property, name, "it is the name of the class");
        if (type.TypeParameters.FirstOrDefault(parameter => parameter.Name == property) is { } typeParameter)
            return Clash(property, typeParameter.Locations[0], "it is a type parameter");
        if (MembersInTheWay(type).FirstOrDefault() is { } own)
            return Clash(property, own.Locations[0], $"'{type.Name}' declares '{own.Name}'");
        return null;

        // A property reserves the names of both its accessors, whether it has them or not.
        IEnumerable<ISymbol> MembersInTheWay(INamedTypeSymbol type) =>
            [.. type.GetMembers(property), .. type.GetMembers("get_" + property), .. type.GetMembers("set_" + property)];
    }

    private static Diagnostic? CheckConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(IsOwnConstructor) is { } taken
            ? Clash($"{type.Name}(int, Init?, float?)", taken.Locations[0], $"'{type.Name}' declares this constructor")
            : null;

    // Members are found by name, which tells even where the type does not list the interface that it implements.
    private static IEnumerable<Diagnostic> CheckInterface(INamedTypeSymbol type) => type.GetMembers()
        .Where(static member => member.Name.StartsWith("NetGen.INetwork.", StringComparison.Ordinal)
            && member is IPropertySymbol or IMethodSymbol { AssociatedSymbol: null })
        .Select(member => Clash(member.Name, member.Locations[0], $"'{type.Name}' declares it"));

    private static Diagnostic? CheckPrimaryConstructor(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(static reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.ParameterList)
        .FirstOrDefault(static list => list is not null) is { } parameters
        ? Diagnostic.Create(DiagnosticDescriptors.PrimaryConstructor, parameters.GetLocation(), type.Name)
        : null;

    public static Diagnostic Clash(string member, Location location, string why) =>
        Diagnostic.Create(DiagnosticDescriptors.MemberClash, location, member, why);
}
