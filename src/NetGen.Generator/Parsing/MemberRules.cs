using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// What a network must leave to the members that the compiler writes: two properties, a constructor and <c>INetwork</c>;
/// of one that folds, a class and a method too; of one with weights, a property and a method.
/// </summary>
internal static class MemberRules
{
    private static readonly string[] ConstructorParameters = ["int", "NetGen.Init?", "float?"];

    /// <param name="type">The type.</param>
    /// <param name="part">The part of it with the network attribute.</param>
    /// <param name="members">The names of the members that the compiler writes.</param>
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, TypeDeclarationSyntax part, IEnumerable<string> members)
    {
        IEnumerable<Diagnostic?> clashes = members.Select(member => CheckMember(member, type, part.Identifier.GetLocation()));
        IEnumerable<Diagnostic?> found = [.. clashes, .. CheckInterface(type), CheckConstructor(type), CheckPrimaryConstructor(type)];
        return found.OfType<Diagnostic>();
    }

    /// <summary>The names of the members that the compiler writes.</summary>
    /// <param name="folds">Whether the network folds.</param>
    /// <param name="isTrained">Whether it has weights.</param>
    public static IEnumerable<string> Names(bool folds, bool isTrained) =>
    [
        "Info", "Parameters", .. folds ? ["Fold", TypeSpec.FoldedName] : Array.Empty<string>(),
        .. isTrained ? ["Trained", "CreateTrained"] : Array.Empty<string>(),
    ];

    /// <summary>Whether a constructor takes the same arguments as a network's own.</summary>
    public static bool IsOwnConstructor(IMethodSymbol constructor) =>
        constructor.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
        && constructor.Parameters.Select(static parameter => parameter.Type.ToDisplayString()).SequenceEqual(ConstructorParameters);

    private static Diagnostic? CheckMember(string member, INamedTypeSymbol type, Location name)
    {
        if (type.Name == member)
            return Clash(member, name, "it is the name of the class");
        if (type.TypeParameters.FirstOrDefault(parameter => parameter.Name == member) is { } typeParameter)
            return Clash(member, typeParameter.Locations[0], "it is a type parameter");
        if (MembersInTheWay(type).FirstOrDefault() is { } own)
            return Clash(member, own.Locations[0], $"'{type.Name}' declares '{own.Name}'");
        return null;

        // A property reserves the names of both its accessors, whether it has them or not.
        IEnumerable<ISymbol> MembersInTheWay(INamedTypeSymbol type) =>
            [.. type.GetMembers(member), .. type.GetMembers("get_" + member), .. type.GetMembers("set_" + member)];
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
