using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>
/// The arguments of an attribute, and where each is written. One that the C# compiler rejects (it is being typed, or of another type)
/// counts as not given: there is an error already.
/// </summary>
/// <param name="attribute">The attribute.</param>
/// <param name="mistakes">Where mistakes go.</param>
/// <param name="cancellation">Ends the work.</param>
/// <param name="place">
/// The attribute that placed the block of this one: mistakes are reported there if this one is written in another assembly.
/// </param>
/// <param name="isHere">
/// Whether the attribute is of this assembly. In an editor an attribute of another project has a source too, but mistakes cannot be
/// reported there.
/// </param>
internal sealed class AttributeArguments(
    AttributeData attribute, MistakeList mistakes, CancellationToken cancellation, AttributeArguments? place = null, bool isHere = true)
{
    private readonly AttributeSyntax? syntax =
        isHere ? attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax : null;

    /// <summary>Where the attribute is written.</summary>
    public Location? Location => syntax?.GetLocation() ?? place?.Location;

    /// <summary>The part of the type that it is written on.</summary>
    public SyntaxNode? Declaration => syntax?.Parent?.Parent;

    /// <summary>Where a named argument is written.</summary>
    public Location? LocationOf(string name) => syntax?.ArgumentList?.Arguments
        .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.GetLocation() ?? Location;

    /// <summary>Where the first of some named arguments is written.</summary>
    public Location? LocationOfFirst(params string[] names) =>
        LocationOf(Array.Find(names, IsGiven) ?? names[0]);

    /// <summary>Where the first positional argument is written.</summary>
    public Location? PositionalLocation => LocationOfPositional(0);

    // Arguments with the names of parameters may stand in any order.
    private Location? LocationOfPositional(int index)
    {
        string? name = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(index)?.Name;
        AttributeArgumentSyntax[] positional =
            [.. syntax?.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null) ?? []];
        AttributeArgumentSyntax? found = Array.Find(positional, argument => argument.NameColon?.Name.Identifier.ValueText == name);
        return (found ?? positional.ElementAtOrDefault(index))?.GetLocation() ?? Location;
    }

    /// <summary>Where a type argument is written.</summary>
    public Location? LocationOfType(int index) => syntax?.DescendantNodes().OfType<TypeArgumentListSyntax>().FirstOrDefault() is { } list
        && index < list.Arguments.Count ? list.Arguments[index].GetLocation() : Location;

    /// <summary>The value of a named argument, or null where it is not given.</summary>
    public T? Get<T>(string name)
        where T : struct => Find(name) is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : null;

    /// <summary>A named argument that is at least 1, or its default where it is not given.</summary>
    public int ParseSize(string name, int otherwise) =>
        Get<int>(name) is { } size ? AtLeastOne(name, size, LocationOf(name)) : otherwise;

    /// <summary>A named argument without a default, at least 1.</summary>
    public int ParseRequiredSize(string name)
    {
        if (Get<int>(name) is { } size)
            return AtLeastOne(name, size, LocationOf(name));
        mistakes.Add(DiagnosticDescriptors.BelowOne, Location, name, "none");
        return 0;
    }

    /// <summary>Whether no argument is written, not even one that the C# compiler rejects.</summary>
    public bool IsEmpty => syntax is { ArgumentList: null or { Arguments.Count: 0 } };

    /// <summary>Whether a named argument is written.</summary>
    public bool IsGiven(string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>A positional argument, at least 1, or null where it is wrong.</summary>
    public int? ParsePositionalSize(string name, int index = 0)
    {
        if (GetPositional<int>(index) is not { } size)
            return null;
        AtLeastOne(name, size, LocationOfPositional(index));
        return size < 1 ? null : size;
    }

    /// <summary>A positional argument, or null where it is missing.</summary>
    public T? GetPositional<T>(int index = 0)
        where T : struct =>
        attribute.ConstructorArguments.ElementAtOrDefault(index) is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : null;

    /// <summary>The first positional argument, finite, or null where it is wrong.</summary>
    public float? ParsePositionalFinite(string name) =>
        GetPositional<double>() is { } number ? Finite(name, (float)number, PositionalLocation) : null;

    /// <summary>A named argument that is finite, or null where it is not given.</summary>
    public float? ParseFinite(string name) => Get<float>(name) is { } number ? Finite(name, number, LocationOf(name)) : null;

    /// <summary>The name of a member of an enumeration.</summary>
    public string ParseMember(string name, string otherwise)
    {
        if (Find(name) is not { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } value })
            return otherwise;
        List<IFieldSymbol> members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue)];
        if (members.Find(member => value.Equals(member.ConstantValue)) is { } found)
            return found.Name;
        mistakes.Add(
            DiagnosticDescriptors.UndefinedMember, LocationOf(name), name,
            string.Join(", ", members.Select(static member => member.Name)), value);
        return otherwise;
    }

    /// <summary>A member of an enumeration that the compiler knows too.</summary>
    public T ParseMember<T>(string name, T otherwise)
        where T : struct, Enum =>
        (T)Enum.Parse(typeof(T), ParseMember(name, otherwise.ToString()));

    private float Finite(string name, float number, Location? location)
    {
        if (float.IsNaN(number) || float.IsInfinity(number))
            mistakes.Add(DiagnosticDescriptors.NotFinite, location, name, number);
        return number;
    }

    private int AtLeastOne(string name, int size, Location? location)
    {
        if (size < 1)
            mistakes.Add(DiagnosticDescriptors.BelowOne, location, name, size);
        return size;
    }

    // Written twice (an error), an argument counts once.
    private TypedConstant Find(string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
}
