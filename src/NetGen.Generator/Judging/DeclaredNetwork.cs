using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Judging;

/// <summary>A network without mistakes, and the attributes that its layers come from.</summary>
internal sealed class DeclaredNetwork
{
    private readonly INamedTypeSymbol type;
    private readonly AttributeArguments network;
    private readonly Dictionary<INamedTypeSymbol, ImmutableArray<AttributeData>> layers = new(SymbolEqualityComparer.Default);

    private DeclaredNetwork(INamedTypeSymbol type, AttributeData attribute, NetworkSpec spec, CancellationToken cancellation)
    {
        this.type = type;
        network = new AttributeArguments(attribute, new MistakeList(), cancellation);
        Attribute = attribute;
        Spec = spec;
    }

    /// <summary>Its network attribute, which is written in a file of its assembly.</summary>
    public AttributeData Attribute { get; }

    public NetworkSpec Spec { get; }

    /// <summary>Where its network attribute is written.</summary>
    public Location Location => network.Location!;

    /// <summary>Whether its network attribute says all its layers.</summary>
    public bool IsMlp => LayerAttributes.IsMlp(Attribute);

    /// <param name="type">A class, which need not be a network.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The network, or null where the class is no network, or has mistakes, which have diagnostics of their own.</returns>
    public static DeclaredNetwork? Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.GetAttributes().Count(LayerAttributes.IsNetwork) == 1
        && type.GetAttributes().First(LayerAttributes.IsNetwork) is var attribute
        && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is { Parent.Parent: TypeDeclarationSyntax part }
        && NetworkParser.MayDeclareNetwork(part, cancellation)
        && !TypeRules.Check(type, part).Concat(ConstructorRules.Check(type)).Any()
        && NetworkSketch.Of(type, cancellation)?.Network is { } spec
            ? new DeclaredNetwork(type, attribute, spec, cancellation)
            : null;

    /// <summary>
    /// Where the class of the network says what a layer is: at the attribute that places it, or at an argument of <c>[Mlp]</c>.
    /// </summary>
    public Location LocationOf(string layer, string argument) =>
        IsMlp ? network.LocationOf(argument)! : Way(layer).First().Attribute.ApplicationSyntaxReference!.GetSyntax().GetLocation();

    /// <summary>
    /// The attribute that a layer comes from, and the class that it is written on, or null where the class lies in another assembly.
    /// </summary>
    public (INamedTypeSymbol Class, AttributeData Attribute)? SourceOf(string layer)
    {
        (INamedTypeSymbol Class, AttributeData Attribute) source = IsMlp ? (type, Attribute) : Way(layer).Last();
        return SymbolEqualityComparer.Default.Equals(source.Class.ContainingAssembly, type.ContainingAssembly) ? source : null;
    }

    /// <summary>The layers that are written on a class.</summary>
    public ImmutableArray<AttributeData> LayersOn(INamedTypeSymbol place)
    {
        if (!layers.TryGetValue(place, out ImmutableArray<AttributeData> found))
            layers.Add(place, found = place.GetAttributes().Where(LayerAttributes.IsLayer).ToImmutableArray());
        return found;
    }

    // A name is the way to a layer: a number for each attribute, and one more for a repetition or a branch.
    private IEnumerable<(INamedTypeSymbol Class, AttributeData Attribute)> Way(string layer)
    {
        Queue<string> names = new(layer.Split('.'));
        INamedTypeSymbol place = type;
        while (TryTake(names, out int index))
        {
            AttributeData attribute = LayersOn(place)[index];
            yield return (place, attribute);
            string? kind = LayerAttributes.KindOf(attribute);
            int inner = 0;
            if (kind is "Repeat" or "Parallel" && !TryTake(names, out inner))
                yield break;
            if (kind is not ("Use" or "Repeat" or "Parallel"))
                yield break;
            place = (INamedTypeSymbol)attribute.AttributeClass!.TypeArguments[kind == "Parallel" ? inner : 0];
        }
    }

    private static bool TryTake(Queue<string> names, out int number)
    {
        number = 0;
        return names.Count > 0 && int.TryParse(names.Dequeue(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
