using NetGen.Generator.Model;

namespace NetGen.Generator.Folding;

/// <summary>
/// Turns a network into one that predicts the same with fewer layers, by linear identities that are exact but for rounding. A batch norm
/// or a scale behind a product becomes part of it; a sum of what have become products of the same stride is one product (Ding et al.
/// 2021): an identity, a scale or a batch norm is one with ones in the middle of its window, a projection one of a pixel. A batch norm in
/// front of a convolution stays: what it adds is not there in the rim of zeros.
/// </summary>
internal sealed class Fold
{
    private readonly ShortcutRules rules;

    private Fold(ShortcutRules rules) => this.rules = rules;

    /// <summary>The folded network, or null where nothing folds.</summary>
    public static FoldedNetwork? Run(NetworkSpec network)
    {
        Fold fold = new(new ShortcutRules(network));
        return FoldedNetwork.Of(network, fold.PartsOf(network.Layers, network.Example));
    }

    private List<FoldedPart> PartsOf(IEnumerable<LayerSpec> layers, Shape shape)
    {
        List<FoldedPart> parts = [];
        foreach (LayerSpec layer in layers)
        {
            if ((parts.LastOrDefault() as ProductPart)?.Then(layer) is { } longer)
                parts[parts.Count - 1] = longer;
            else
                parts.Add(PartOf(layer, shape));
            shape = layer.ShapeBehind(shape);
        }

        return parts;
    }

    private FoldedPart PartOf(LayerSpec layer, Shape input) => layer switch
    {
        ProductSpec product => ProductPart.Of(product, input),
        BlockSpec block => PartOf(block, input),
        ParallelSpec parallel => PartOf(parallel, input),
        _ => ProductPart.Identity(layer.Name, input.Width).Then(layer) ?? (FoldedPart)new KeptLayer(layer),
    };

    private FoldedPart PartOf(BlockSpec block, Shape input)
    {
        KeptBlock kept = Kept(block, input);
        if (ProductOf(kept, input) is not { } product)
            return kept;
        return block.Shortcut is null
            ? product with { Name = block.Name, Alone = [kept] }
            : Joined(product, block, block.Shortcut, input, kept) ?? kept;
    }

    private FoldedPart PartOf(ParallelSpec parallel, Shape input)
    {
        List<KeptBlock> branches = [.. parallel.Branches.Select(branch => Kept(branch, input))];
        KeptBranches kept = new(parallel with { Shortcut = WithFactor(parallel.Shortcut) }, branches);
        ProductPart? sum = ProductOf(branches[0], input);
        foreach (KeptBlock branch in branches.Skip(1))
            sum = ProductOf(branch, input) is { } product ? sum?.Plus(product) : null;
        return sum is null ? kept : Joined(sum, parallel, parallel.Shortcut, input, kept) ?? kept;
    }

    private KeptBlock Kept(BlockSpec block, Shape input) =>
        new(block with { Shortcut = WithFactor(block.Shortcut) }, PartsOf(block.Layers, input));

    // A block without layers changes nothing.
    private static ProductPart? ProductOf(KeptBlock block, Shape input) => block.Parts.Count switch
    {
        0 => ProductPart.Identity(block.Name, input.Width),
        1 => block.Parts[0] as ProductPart,
        _ => null,
    };

    /// <summary>What has become one product, with what goes around it, or null where they do not become one.</summary>
    private FoldedPart? Joined(ProductPart product, LayerSpec layer, ShortcutSpec? shortcut, Shape input, FoldedPart kept)
    {
        FoldedValue? branch = shortcut?.Kind switch
        {
            null or ShortcutKind.Identity => product.Value,
            ShortcutKind.Scaled => new ScaledValue(product.Value, rules.FactorOf(shortcut)),
            ShortcutKind.ReZero => new ScaledByValue(product.Value, layer.ParameterPath + ".alpha"),
            ShortcutKind.LayerScale => new ScaledByValue(product.Value, layer.ParameterPath + ".gamma"),
            ShortcutKind.Gated or ShortcutKind.DeepNorm or ShortcutKind.Streams => null,
            _ => throw new InvalidOperationException($"{shortcut} has no rule."),
        };
        if (branch is null)
            return null;
        bool frozen = product.Frozen && (layer.Frozen || shortcut is not { HasParameters: true });
        ProductPart scaled = product with { Name = layer.Name, Value = branch, Frozen = frozen };
        ProductPart? joined = shortcut is null ? scaled : scaled.Plus(Straight(layer, shortcut, input));
        return joined is null ? null : joined with { Name = layer.Name, Alone = joined.Like is null ? [kept] : null };
    }

    // What goes around: a projection is a Linear, or with a stride a convolution of single pixels.
    private static ProductPart Straight(LayerSpec layer, ShortcutSpec shortcut, Shape input)
    {
        Shape output = layer.ShapeBehind(input);
        return shortcut.Projects && input != output
            ? new(
                layer.Name, new GivenValue(layer.ParameterPath + ".projection"),
                FoldedWindow.Pixel with { Stride = input.StrideTo(output)!.Value }, Like: null)
            {
                Frozen = layer.Frozen,
            }
            : ProductPart.Identity(layer.Name, input.Width);
    }

    // The number of shortcuts, from which a factor follows, is another afterwards.
    private ShortcutSpec? WithFactor(ShortcutSpec? shortcut) =>
        shortcut?.Kind is ShortcutKind.Scaled or ShortcutKind.ReZero or ShortcutKind.LayerScale or ShortcutKind.DeepNorm
            ? shortcut with { Factor = rules.FactorOf(shortcut) }
            : shortcut;
}
