using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Graphs;

namespace NetGen.Generator.Parsing;

/// <summary>The attributes that the language is made of.</summary>
internal static class LayerAttributes
{
    private const string Suffix = "Attribute";

    /// <summary>
    /// What the attributes declare, by their metadata names, which tell <c>UseAttribute&lt;TBlock&gt;</c> from any other
    /// <c>UseAttribute</c>.
    /// </summary>
    private static readonly ImmutableDictionary<string, string> Kinds =
        new[]
        {
            "Linear", "Conv2d", "RmsNorm", "LayerNorm", "GroupNorm", "BatchNorm1d", "BatchNorm2d", "Dropout", "Scale", "Identity", "PReLU",
            "CReLU", "NCReLU", "MaxPool2d", "AvgPool2d", "GlobalAvgPool", "Flatten", "Embedding", "PositionEmbedding", "PatchEmbedding",
            "SelfAttention", "ClassToken", "FirstToken", "MeanPool", "SwiGLU",
        }.Concat(ActivationFunction.Names)
            .ToImmutableDictionary(static kind => kind + Suffix)
            .Add("UseAttribute`1", "Use").Add("RepeatAttribute`1", "Repeat").Add("ParallelAttribute`2", "Parallel");

    public const string Mlp = "NetGen.MlpAttribute";

    public const string Network = "NetGen.NetworkAttribute";

    /// <summary>Whether an attribute declares a network.</summary>
    public static bool IsNetwork(AttributeData attribute) =>
        Is(attribute.AttributeClass, "MlpAttribute") || Is(attribute.AttributeClass, "NetworkAttribute");

    /// <summary>Whether an attribute declares a network by a few numbers.</summary>
    public static bool IsMlp(AttributeData attribute) => Is(attribute.AttributeClass, "MlpAttribute");

    /// <summary>Whether an attribute derives from <c>LayerAttribute</c>, as all that declare layers do.</summary>
    public static bool IsLayer(AttributeData attribute)
    {
        INamedTypeSymbol? ancestor = attribute.AttributeClass?.BaseType;
        while (ancestor is not null && !Is(ancestor, "LayerAttribute"))
            ancestor = ancestor.BaseType;
        return ancestor is not null;
    }

    public static bool IsBlock(AttributeData attribute) => Is(attribute.AttributeClass, "BlockAttribute");

    public static bool IsWeights(AttributeData attribute) => Is(attribute.AttributeClass, "WeightsAttribute");

    public static bool IsBudget(AttributeData attribute) => Is(attribute.AttributeClass, "BudgetAttribute");

    /// <summary>What an attribute declares, such as <c>Linear</c>, or null where it is not one of the language.</summary>
    public static string? KindOf(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingAssembly.Name: "NetGen.Runtime" } type
        && Kinds.TryGetValue(type.MetadataName, out string? kind)
        && Is(type, type.MetadataName)
            ? kind
            : null;

    /// <summary>An attribute as it is written, such as <c>Repeat&lt;FeedForward&gt;(50)</c>.</summary>
    public static string Display(AttributeData attribute)
    {
        string types = string.Join(", ", attribute.AttributeClass!.TypeArguments.Select(static type => type.Name));
        string numbers = string.Join(", ", attribute.ConstructorArguments
            .Where(static argument => argument.Kind == TypedConstantKind.Primitive)
            .Select(static argument => Convert.ToString(argument.Value, CultureInfo.InvariantCulture)));
        return Shorten(attribute.AttributeClass.Name) + (types.Length > 0 ? $"<{types}>" : "") + (numbers.Length > 0 ? $"({numbers})" : "");
    }

    private static string Shorten(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    // An attribute is known by its whole name, as the generator is given it. A user's own attribute of a network's name counts as one, so
    // that its class does not lose its code silently.
    private static bool Is(INamedTypeSymbol? type, string metadataName) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } }
        && type.MetadataName == metadataName;
}
