namespace NetGen.Generator.Tests;

/// <summary>Networks of little else than what folds, drawn at random, a seed each.</summary>
internal static class FoldableArchitectures
{
    private static readonly string[] Layers =
    [
        "Linear", "Conv2d", "BatchNorm1d", "BatchNorm2d", "Scale", "Identity", "ReLU", "CReLU", "NCReLU", "Dropout", "Embedding",
        "Use", "Repeat", "Parallel",
    ];

    private static readonly Dictionary<string, DrawnBlock> Blocks = [];

    private static readonly string[] Shortcuts =
        [nameof(Shortcut.None), nameof(Shortcut.Identity), nameof(Shortcut.Scaled), nameof(Shortcut.ReZero), nameof(Shortcut.LayerScale)];

    private static readonly Palette Palette = new(
        [
            .. LayerKind.All.Where(static kind => Layers.Contains(kind.Name)).Select(Weighted),
            new LayerKind("Parallel", 25, Convolutions) { NeedsImage = true },
            new LayerKind("Parallel", 5, Halves),
        ],
        [.. ShortcutRow.All.Where(static row => Shortcuts.Contains(row.Name))]);

    /// <summary>The seeds of a run in which no others are chosen.</summary>
    private static IEnumerable<int> Default => Enumerable.Range(1, 150);

    /// <summary>The networks, each with what the parser made of it and what it folds to, if it does.</summary>
    public static IReadOnlyDictionary<int, (NetworkSpec Network, FoldedNetwork? Folded)> All { get; } = Generate();

    private static Dictionary<int, (NetworkSpec Network, FoldedNetwork? Folded)> Generate()
    {
        int[] seeds = [.. RandomSeeds.Or(Default)];
        GeneratorRun run = GeneratorRun.Over([.. seeds.Select(static seed => Architecture.Draw(seed, Palette).Source)]);
        return seeds.Zip(run.Declarations).ToDictionary(
            static pair => pair.First, static pair => (pair.Second.Network!, Fold.Run(pair.Second.Network!)));
    }

    // Branches of convolutions whose windows move alike, each with a norm behind it or none.
    private static DrawnParallel Convolutions(ArchitectureDraw draw, Shape input)
    {
        int stride = draw.Pick(1, 1, 2);
        return new DrawnParallel(Branch(draw.Pick(2, 3, 4, 5)), Branch(draw.Pick(1, 2, 3)), draw.Shortcut());

        DrawnBlock Branch(int kernel)
        {
            List<DrawnLayer> layers = [new DrawnConvolution(input.Width, kernel, stride, Padding: null, draw.Chance(0.5), draw.Weight())];
            if (draw.Chance(0.7))
                layers.Add(Of("BatchNorm2d").Draw(draw, input));
            return Named(layers);
        }
    }

    // A layer of a DiracNet, with a scale or none around the halves.
    private static DrawnParallel Halves(ArchitectureDraw draw, Shape input)
    {
        DrawnLayer around = draw.Chance(0.3) ? new DrawnFormula("Identity", static (_, x) => x) : Of("Scale").Draw(draw, input);
        DrawnLayer product = input.IsImage
            ? new DrawnConvolution(input.Width, draw.Pick(1, 2, 3), Stride: 1, Padding: null, draw.Chance(0.5), draw.Weight())
            : new DrawnLinear(input.Width, draw.Chance(0.5), draw.Weight());
        return new DrawnParallel(
            Named([around]), Named([Of(draw.Pick("CReLU", "NCReLU")).Draw(draw, input), product]), draw.Shortcut());
    }

    private static LayerKind Of(string name) => LayerKind.All.First(kind => kind.Name == name);

    // What is written alike is one block.
    private static DrawnBlock Named(IReadOnlyList<DrawnLayer> layers)
    {
        string text = string.Concat(layers.Select(static layer => layer.Text)).Replace("-", "Minus", StringComparison.Ordinal);
        string name = "B" + string.Concat(text.Where(char.IsLetterOrDigit));
        if (!Blocks.TryGetValue(name, out DrawnBlock? block))
            Blocks.Add(name, block = new DrawnBlock(name, layers));
        return block;
    }

    // What becomes one with what is in front of it, as often as that.
    private static LayerKind Weighted(LayerKind kind) => kind.Name switch
    {
        "BatchNorm1d" or "BatchNorm2d" => kind with { Share = 15 },
        "Scale" => kind with { Share = 5 },
        "Parallel" => kind with { Share = 15 },
        _ => kind,
    };
}
