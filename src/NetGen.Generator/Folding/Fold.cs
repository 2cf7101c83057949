using NetGen.Generator.Model;

namespace NetGen.Generator.Folding;

/// <summary>
/// Turns a network into one that predicts the same with fewer layers, by linear identities that are exact but for rounding. A batch norm
/// or a scale behind a product becomes part of it; a sum of what have become products of the same stride is one product (Ding et al.
/// 2021): an identity, a scale or a batch norm is one with ones in the middle of its window, a projection one of a pixel. Behind
/// a <c>CReLU</c>, what goes around that has gone through it too (Zagoruyko and Komodakis 2017). A batch norm in front of a convolution
/// stays: what it adds is not there in the rim of zeros.
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
                parts.AddRange(PartsOf(layer, shape));
            shape = layer.ShapeBehind(shape);
        }

        return parts;
    }

    private IEnumerable<FoldedPart> PartsOf(LayerSpec layer, Shape input) => layer switch
    {
        ProductSpec product => [ProductPart.Of(product, input)],
        BlockSpec block => [PartOf(block, input)],
        ParallelSpec parallel => PartsOf(parallel, input),
        _ => [ProductPart.Identity(layer.Name, input.Width).Then(layer) ?? (FoldedPart)new KeptLayer(layer)],
    };

    private FoldedPart PartOf(BlockSpec block, Shape input)
    {
        KeptBlock kept = Kept(block, input);
        if (FoldedBranch.Of(kept, input) is not { } branch)
            return kept;
        if (block.Shortcut is null)
            return branch.Halves is null ? branch.Product with { Name = block.Name, Alone = [kept] } : kept;
        return Joined(branch, block, block.Shortcut, input, kept) switch
        {
            null => kept,
            { Halves: { } halves, Product: var product } =>
                kept with { Block = block with { Shortcut = null }, Parts = [new KeptLayer(halves), product] },
            { Product: var product } => product,
        };
    }

    private IEnumerable<FoldedPart> PartsOf(ParallelSpec parallel, Shape input)
    {
        List<KeptBlock> branches = [.. parallel.Branches.Select(branch => Kept(branch, input))];
        KeptBranches kept = new(parallel with { Shortcut = WithFactor(parallel.Shortcut) }, branches);
        FoldedBranch? sum = FoldedBranch.Of(branches[0], input);
        foreach (KeptBlock branch in branches.Skip(1))
            sum = FoldedBranch.Of(branch, input) is { } other ? sum?.Plus(other, input) : null;
        return (sum is null ? null : Joined(sum, parallel, parallel.Shortcut, input, kept)) switch
        {
            null => [kept],
            { Halves: { } halves, Product: var product } => [new KeptLayer(halves) { Name = parallel.Name }, product],
            { Product: var product } => [product],
        };
    }

    private KeptBlock Kept(BlockSpec block, Shape input) =>
        new(block with { Shortcut = WithFactor(block.Shortcut) }, PartsOf(block.Layers, input));

    /// <summary>What has become one product, with what goes around it, or null where they do not become one.</summary>
    private FoldedBranch? Joined(FoldedBranch branch, LayerSpec layer, ShortcutSpec? shortcut, Shape input, FoldedPart kept)
    {
        ProductPart product = branch.Product;
        FoldedValue? value = shortcut?.Kind switch
        {
            null or ShortcutKind.Identity => product.Value,
            ShortcutKind.Scaled => new ScaledValue(product.Value, rules.FactorOf(shortcut)),
            ShortcutKind.ReZero => new ScaledByValue(product.Value, layer.ParameterPath + ".alpha"),
            ShortcutKind.LayerScale => new ScaledByValue(product.Value, layer.ParameterPath + ".gamma"),
            ShortcutKind.Gated or ShortcutKind.DeepNorm or ShortcutKind.Streams => null,
            _ => throw new InvalidOperationException($"{shortcut} has no rule."),
        };
        if (value is null)
            return null;
        bool frozen = product.Frozen && (layer.Frozen || shortcut is not { HasParameters: true });
        FoldedBranch scaled = branch with { Product = product with { Value = value, Frozen = frozen } };
        FoldedBranch? joined = shortcut is null ? scaled : scaled.Plus(new FoldedBranch(null, Straight(layer, shortcut, input)), input);
        return joined is null
            ? null
            : joined with { Product = joined.Product with { Name = layer.Name, Alone = joined.Product.Like is null ? [kept] : null } };
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
