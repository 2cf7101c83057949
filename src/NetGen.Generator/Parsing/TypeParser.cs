using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads how another part of a type is written.</summary>
internal static class TypeParser
{
    /// <returns>The type, or null while one of its names is not written yet.</returns>
    public static TypeSpec? Parse(INamedTypeSymbol type)
    {
        List<INamespaceSymbol> namespaces = Namespaces(type);
        List<INamedTypeSymbol> containing = [.. type.ContainingTypes().Reverse()];

        IEnumerable<ISymbol> path = [.. namespaces, .. containing, type];
        IEnumerable<ISymbol> typeParameters = [.. containing.SelectMany(static outer => outer.TypeParameters), .. type.TypeParameters];
        if (path.Concat(typeParameters).Any(static symbol => symbol.Name.Length == 0))
            return null;
        return new TypeSpec(
            string.Join(".", namespaces.Select(static space => Identifier(space.Name))),
            containing.Select(static outer => $"partial {Keyword(outer)} {Identifier(outer.Name)}{TypeParameters(outer)}")
                .ToEquatableArray(),
            Keyword(type),
            Identifier(type.Name),
            TypeParameters(type))
        {
            HintName = string.Join(".", path.Select(static symbol => symbol.MetadataName)),
        };
    }

    /// <summary>
    /// A type's full name, <c>A.B.Outer+Inner`1</c>, without the arguments of generic types. One local to a file has its file's name in
    /// front, <c>&lt;File&gt;Inner</c>, but not the number that the C# compiler makes of the whole path, which would make generated code
    /// depend on the machine. So types local to files of the same name may share a name, as may types of two assemblies.
    public static string FullName(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        if (type.IsFileLocal)
        {
            int file = name.IndexOf('>');
            name = name.Substring(0, file + 1) + name.Substring(name.IndexOf("__", file, StringComparison.Ordinal) + 2);
        }

        return type.ContainingType is { } outer
            ? $"{FullName(outer)}+{name}"
            : string.Join(".", Namespaces(type).Select(static space => space.Name).Append(name));
    }

    /// <summary>The types around a type, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypes(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }

    /// <summary>The namespaces around a type, outermost first.</summary>
    private static List<INamespaceSymbol> Namespaces(INamedTypeSymbol type)
    {
        List<INamespaceSymbol> namespaces = [];
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            namespaces.Insert(0, space);
        return namespaces;
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static string TypeParameters(INamedTypeSymbol type) => type.TypeParameters.IsEmpty
        ? ""
        : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => Identifier(parameter.Name)))}>";

    // Words that are keywords in some places only, such as 'record' and 'partial', are escaped too: it is right everywhere.
    private static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;
}
