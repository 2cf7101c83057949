using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator;

/// <summary>
/// The named arguments of an attribute, and where each is written. One that the C# compiler rejects (it is being typed, or of another type)
/// counts as not given: there is an error already.
/// </summary>
internal sealed class AttributeArguments(AttributeData attribute, CancellationToken cancellation)
{
    private readonly AttributeSyntax? syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;

    /// <summary>Where the attribute is written.</summary>
    public Location? Location => syntax?.GetLocation();

    /// <summary>Where an argument is written.</summary>
    public Location? LocationOf(string name) => syntax?.ArgumentList?.Arguments
        .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.GetLocation() ?? Location;

    /// <summary>The value of an argument, or nothing where it is not given.</summary>
    public T? Get<T>(string name)
        where T : struct => Find(name) is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : null;

    /// <summary>An argument that is a member of an enumeration, or nothing where it is not given.</summary>
    public (INamedTypeSymbol Enum, object Value)? GetEnum(string name) =>
        Find(name) is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } value } ? (type, value) : null;

    // Written twice (an error), an argument counts once.
    private TypedConstant Find(string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
}
