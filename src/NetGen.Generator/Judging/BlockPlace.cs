using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Judging;

/// <summary>An attribute that places a block, once or several times.</summary>
/// <param name="Class">The class of the block.</param>
/// <param name="Blocks">What it placed.</param>
/// <param name="KeepsShape">Whether each hands on as much as it takes.</param>
internal sealed record BlockPlace(INamedTypeSymbol Class, IReadOnlyList<BlockSpec> Blocks, bool KeepsShape)
{
    /// <summary>The kind of shortcut around each.</summary>
    public ShortcutKind? Shortcut => Blocks[0].Shortcut?.Kind;

    /// <summary>The number of layers in all.</summary>
    public int LayerCount => Blocks.Sum(static block => block.SelfAndInner().Count());

    /// <summary>The places in a network and its blocks that are written in its assembly.</summary>
    public static IEnumerable<BlockPlace> Of(DeclaredNetwork network) => Placed(network.Spec.Layers, network.Spec.Example)
        .Select(placed => (placed.Block, placed.KeepsShape, Source: network.SourceOf(placed.Block.Name)?.Attribute))
        .Where(static placed => placed.Source is { AttributeClass.TypeArguments.Length: 1 })
        .GroupBy(static placed => placed.Source!)
        .Select(static places => new BlockPlace(
            (INamedTypeSymbol)places.Key.AttributeClass!.TypeArguments[0],
            [.. places.Select(static placed => placed.Block)],
            places.All(static placed => placed.KeepsShape)));

    private static IEnumerable<(BlockSpec Block, bool KeepsShape)> Placed(IEnumerable<LayerSpec> layers, Shape shape)
    {
        foreach (LayerSpec layer in layers)
        {
            IEnumerable<(BlockSpec, bool)> inner = layer switch
            {
                BlockSpec block => Placed(block.Layers, shape),
                ParallelSpec parallel => parallel.Branches.SelectMany(branch => Placed([branch], shape)),
                _ => [],
            };
            foreach ((BlockSpec, bool) placed in inner)
                yield return placed;
            Shape behind = layer.ShapeBehind(shape);
            if (layer is BlockSpec self)
                yield return (self, behind == shape);
            shape = behind;
        }
    }
}
