namespace NetGen.Generator.Tests;

/// <summary>Draws the pieces of an architecture. Everything follows from the random numbers.</summary>
/// <param name="random">The random numbers.</param>
/// <param name="palette">The layers and shortcuts that are drawn.</param>
internal sealed class ArchitectureDraw(SeededRandom random, Palette palette)
{
    /// <summary>The greatest length of a vector.</summary>
    public const int MaxWidth = 300;

    private const int MaxNesting = 3;

    private readonly List<DrawnBlock> blocks = [];
    private readonly int widest = Widest(random);
    private int nesting;

    /// <summary>Yes with a probability, or no.</summary>
    public bool Chance(double probability) => random.NextSingle() < probability;

    /// <summary>One of several, each equally likely.</summary>
    public T Pick<T>(params IReadOnlyList<T> choices) => choices[random.NextInt32(choices.Count)];

    /// <summary>A length from 1 on, short ones more often than long ones.</summary>
    public int Width() => 1 + random.NextInt32(1 + random.NextInt32(widest));

    /// <summary>A side of an image, short ones more often than long ones.</summary>
    public int Side() => 1 + random.NextInt32(1 + random.NextInt32(17));

    /// <summary>A length of a sequence, up to 70, short ones more often than long ones.</summary>
    public int Length() => 1 + random.NextInt32(1 + random.NextInt32(70));

    /// <summary>A number of repetitions.</summary>
    public int Count() => 1 + random.NextInt32(4);

    /// <summary>How a weight starts, such that what comes out is neither gone nor beyond all bounds a few layers further on.</summary>
    public string Start() =>
        Pick(
            "", "", ", Init = Init.XavierUniform", ", Init = Init.LeCunNormal", ", Init = Init.Orthogonal, InitScale = 1.25f",
            ", InitScale = 0.5f");

    /// <summary>How the weight of a Linear or a convolution starts, and now and then a weight norm.</summary>
    public string Weight() =>
        Start() + Pick("", "", "", "", "", "", ", WeightNorm = true", ", WeightNorm = true, InitialGain = 0.8f");

    /// <summary>A factor that neither lets values vanish nor grow beyond bounds.</summary>
    public float Factor() => Pick(0.5f, 0.25f, -0.75f, 1.5f);

    /// <summary>A shortcut, or none.</summary>
    public DrawnShortcut Shortcut() => Pick(palette.Shortcuts).Draw(this);

    /// <summary>A convolution, now and then with a stride, and with a padding of its own.</summary>
    public DrawnConvolution Convolution()
    {
        int kernel = 1 + random.NextInt32(7);
        int? padding = Chance(0.3) ? random.NextInt32(kernel) : null;
        return new(1 + random.NextInt32(70), kernel, Pick(1, 1, 1, 2, 2, 3), padding, Chance(0.7), Weight());
    }

    /// <summary>A block that takes inputs of a shape, now and then with shared or frozen parameters.</summary>
    public PlacedBlock Place(Shape input) => new(Block(input), Shared: Chance(0.25), Frozen: Chance(0.1));

    /// <summary>A block that takes inputs of a shape: one there is, or a new one, which often gives as many channels back.</summary>
    public DrawnBlock Block(Shape input)
    {
        List<DrawnBlock> fitting = blocks.FindAll(block => block.Follow(input, new Survey()) is not null);
        if (fitting.Count > 0 && (nesting == MaxNesting || Chance(0.3)))
            return Pick(fitting);

        nesting++;
        List<DrawnLayer> layers = Layers(input, 1 + random.NextInt32(nesting < MaxNesting ? 4 : 2));
        if (Chance(0.6))
            layers.Add(new DrawnLinear(input.Width, Chance(0.8), Start()));
        nesting--;
        DrawnBlock drawn = new($"Block{blocks.Count}", layers);
        blocks.Add(drawn);
        return drawn;
    }

    /// <summary>A number of layers that fit one behind the other.</summary>
    public List<DrawnLayer> Layers(Shape input, int count)
    {
        List<DrawnLayer> layers = [];
        Shape shape = input;
        while (layers.Count < count)
        {
            DrawnLayer layer = Kind(shape).Draw(this, shape);
            if (layer.Follow(shape, new Survey()) is not { } output || layer is DrawnFormula && !Follows(layers.LastOrDefault())
                || IsEmptied(layers, layer))
                continue;
            layers.Add(layer);
            shape = output;
        }

        return layers;
    }

    // An activation mostly stands behind a layer of another kind: every chain of them is a kernel of its own, which takes its time to
    // compile.
    private bool Follows(DrawnLayer? before) => before is not (null or DrawnFormula) || Chance(0.15);

    // The mean over positions of what a norm has made zero on average is what rounding leaves.
    private static bool IsEmptied(List<DrawnLayer> layers, DrawnLayer layer) =>
        layer.Text is "GlobalAvgPool" or "MeanPool"
            && layers.Exists(static before => before.Text.StartsWith("GroupNorm", StringComparison.Ordinal));

    private LayerKind Kind(Shape input)
    {
        IEnumerable<LayerKind> kinds = palette.Layers
            .Where(kind => (nesting < MaxNesting || !kind.PlacesBlocks) && (input.IsImage || !kind.NeedsImage)
                && (input.IsImage || input.IsSequence || !kind.NeedsPositions) && kind.TakesTokens == input.Vocabulary > 0);
        int left = random.NextInt32(kinds.Sum(static kind => kind.Share));
        return kinds.First(kind => (left -= kind.Share) < 0);
    }

    private static int Widest(SeededRandom random) => random.NextInt32(8) switch
    {
        0 => MaxWidth,
        1 or 2 => 100,
        3 or 4 => 40,
        _ => 12,
    };
}
