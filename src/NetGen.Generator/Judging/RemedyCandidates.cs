using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Judging;

/// <summary>
/// The changes that are worth a trial for a network: of how its weights start, where there is no shortcut around them yet; of the slope of
/// its activations, where inputs become alike; then of what goes around its blocks, and of norms.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="judge">Judges it, and what becomes of it.</param>
/// <param name="found">What the judge has found of it.</param>
internal sealed class RemedyCandidates(DeclaredNetwork network, SignalJudge judge, IReadOnlyList<SignalFinding> found)
{
    // A start goes wrong by depth, so that the blocks with most layers are at fault.
    private const int MaxPlaces = 3;

    private readonly List<AttributeData> attributes = [];

    /// <summary>The attributes that edits refer to by number.</summary>
    public IReadOnlyList<AttributeData> Attributes => attributes;

    // One after the other: where enough have helped, the slope need not be solved for.
    public IEnumerable<Remedy> All() => network.IsMlp ? OfMlp() : OfLayers();

    private IEnumerable<Remedy> OfMlp()
    {
        BlockSpec[] hidden = [.. network.Spec.Layers.OfType<BlockSpec>()];
        ImmutableArray<DeclaredLayers> products = Products();
        Remedy byDepth = new Remedy.Rescale(products, (float)Math.Round(1 / Math.Sqrt(hidden.Length), 4));
        if (hidden[0].Shortcut is not null)
            return [byDepth];

        Remedy residual = new Remedy.Connect(Declared(hidden), ShortcutKind.Identity);
        return OfStart(products).Concat(OfSlope()).Concat([residual, new Remedy.Both(residual, byDepth)]);
    }

    private IEnumerable<Remedy> OfLayers()
    {
        BlockPlace[] places = [.. BlockPlace.Of(network).OrderByDescending(static place => place.LayerCount).Take(MaxPlaces)];
        IEnumerable<Remedy> starts = places.All(static place => place.Shortcut is null) ? OfStart(Products()) : [];
        return starts
            .Concat(OfSlope())
            .Concat(places.SelectMany(place => OfShortcut(place).Concat(OfNorm(place, places))))
            .Concat(places.Length > 1 ? OfShortcut(places) : []);
    }

    private IEnumerable<Remedy> OfShortcut(params BlockPlace[] places)
    {
        if (!places.All(static place => place.KeepsShape && place.Shortcut is null or ShortcutKind.Identity))
            yield break;
        ImmutableArray<DeclaredLayers> blocks = Declared(places.SelectMany(static place => place.Blocks));
        if (places.All(static place => place.Shortcut is null))
            yield return new Remedy.Connect(blocks, ShortcutKind.Identity);
        yield return new Remedy.Connect(blocks, ShortcutKind.Scaled);
        yield return new Remedy.Connect(blocks, ShortcutKind.ReZero);
    }

    private IEnumerable<Remedy> OfNorm(BlockPlace place, IEnumerable<BlockPlace> places)
    {
        // A block that holds Identity alone has no first layer.
        EquatableArray<LayerSpec> layers = place.Blocks[0].Layers;
        if (layers.Count == 0 || layers[0] is NormSpec || network.SourceOf(layers[0].Name) is not { } first)
            yield break;
        IEnumerable<string> everywhere = places
            .Where(other => SymbolEqualityComparer.Default.Equals(other.Class, place.Class))
            .SelectMany(static other => other.Blocks)
            .Select(static block => block.Name);
        yield return new Remedy.Normalize(new DeclaredLayers(Number(first.Attribute), place.Class.Name, everywhere.ToImmutableHashSet()));
    }

    private IEnumerable<Remedy> OfStart(ImmutableArray<DeclaredLayers> products)
    {
        if (found.Select(static finding => finding.SuitedInit).FirstOrDefault(static init => init is not null) is { } init
            && !products.IsEmpty)
            yield return new Remedy.Initialize(products, init);
        if (AllProducts().Any(static product => product.InitScale != 1f) && !products.IsEmpty)
            yield return new Remedy.Rescale(products, 1f);
    }

    private IEnumerable<Remedy> OfSlope()
    {
        HiddenRectifiers all = HiddenRectifiers.Below(1f, network.Spec);
        if (!found.Any(static finding => finding.Descriptor == DiagnosticDescriptors.IndistinguishableInputs)
            || all.Layers.Count == 0
            || !all.Layers.Concat(all.Products).All(layer => network.SourceOf(layer.Name) is not null)
            || judge.SolveSlope(slope => Leaky(slope).ApplyTo(network.Spec)) is not { } solved)
            yield break;
        Remedy.Leak leaky = Leaky(solved);
        Remedy.Leak alone = leaky with { Products = ImmutableArray<(DeclaredLayers, float)>.Empty };
        yield return judge.KeepsSize(alone.ApplyTo(network.Spec)) ? alone : leaky;
    }

    private Remedy.Leak Leaky(float slope)
    {
        (IReadOnlyList<LayerSpec> rectifiers, IReadOnlyList<ProductSpec> products) = HiddenRectifiers.Below(slope, network.Spec);
        return new Remedy.Leak(
            Covering(network.Spec.AllLayers.OfType<ActivationSpec>(), rectifiers), slope,
            Covering(AllProducts(), products).Select(layers => (layers, InitScale(layers))).ToImmutableArray());

        float InitScale(DeclaredLayers layers) =>
            LeakySlope.InitScale(slope, AllProducts().First(product => layers.Names.Contains(product.Name)).Init);
    }

    private IEnumerable<ProductSpec> AllProducts() => network.Spec.AllLayers.OfType<ProductSpec>();

    private ImmutableArray<DeclaredLayers> Products() => Declared(AllProducts());

    // Some layers, and all that are written where they are.
    private ImmutableArray<DeclaredLayers> Covering(IEnumerable<LayerSpec> all, IEnumerable<LayerSpec> some)
    {
        HashSet<string> names = [.. some.Select(static layer => layer.Name)];
        return Declared(all).Where(declared => declared.Names.Overlaps(names)).ToImmutableArray();
    }

    // What is written in another assembly cannot be changed.
    private ImmutableArray<DeclaredLayers> Declared(IEnumerable<LayerSpec> layers) => layers
        .Select(layer => (layer.Name, network.SourceOf(layer.Name)?.Attribute))
        .Where(static layer => layer.Attribute is not null)
        .GroupBy(static layer => layer.Attribute!, static layer => layer.Name)
        .Select(source => new DeclaredLayers(
            Number(source.Key), network.IsMlp ? null : LayerAttributes.Display(source.Key), source.ToImmutableHashSet()))
        .ToImmutableArray();

    private int Number(AttributeData attribute)
    {
        if (!attributes.Contains(attribute))
            attributes.Add(attribute);
        return attributes.IndexOf(attribute);
    }
}
