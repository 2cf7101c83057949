using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>The attributes that the language is made of.</summary>
internal static class LayerAttributes
{
    /// <summary>The activation that an attribute stands for, where its name is not that of the activation.</summary>
    private static readonly Dictionary<string, string> Activations = new() { ["Gelu"] = "GELU", ["GeluTanh"] = "GELUTanh" };

    public const string Mlp = "NetGen.MlpAttribute";

    public const string Network = "NetGen.NetworkAttribute";

    /// <summary>Whether an attribute declares a network.</summary>
    public static bool IsNetwork(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() is Mlp or Network;

    /// <summary>Whether an attribute declares a network by a few numbers.</summary>
    public static bool IsMlp(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == Mlp;

    /// <summary>Whether an attribute declares a layer: it derives from <c>LayerAttribute</c>.</summary>
    public static bool IsLayer(AttributeData attribute)
    {
        INamedTypeSymbol? ancestor = attribute.AttributeClass?.BaseType;
        while (ancestor is not (null or { Name: "LayerAttribute" }))
            ancestor = ancestor.BaseType;
        return ancestor?.ToDisplayString() == "NetGen.LayerAttribute";
    }

    public static bool IsBlock(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == "NetGen.BlockAttribute";

    /// <summary>What an attribute declares, such as <c>Linear</c>.</summary>
    public static string KindOf(AttributeData attribute) => Shorten(attribute.AttributeClass!.Name);

    /// <summary>The member of <c>Activation</c> that a kind of layer stands for.</summary>
    public static string ActivationOf(string kind) => Activations.TryGetValue(kind, out string? name) ? name : kind;

    /// <summary>An attribute as it is written, such as <c>Repeat&lt;FeedForward&gt;(50)</c>.</summary>
    public static string Display(AttributeData attribute)
    {
        string types = string.Join(", ", attribute.AttributeClass!.TypeArguments.Select(static type => type.Name));
        string numbers = string.Join(", ", attribute.ConstructorArguments
            .Where(static argument => argument.Kind == TypedConstantKind.Primitive).Select(static argument => Convert.ToString(argument.Value, CultureInfo.InvariantCulture)));
        return KindOf(attribute) + (types.Length > 0 ? $"<{types}>" : "") + (numbers.Length > 0 ? $"({numbers})" : "");
    }

    private static string Shorten(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
