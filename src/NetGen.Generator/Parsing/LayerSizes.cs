namespace NetGen.Generator;

/// <summary>The layers of a network as numbers, while they are read. Parameters that several uses share count once.</summary>
internal sealed class LayerSizes
{
    private readonly List<LinearSize> sizes = [];
    private readonly HashSet<string> counted = [];

    /// <summary>What stands for them: a layer without a product is a Linear without inputs, whose bias stands for its parameters.</summary>
    public IReadOnlyList<LinearSize> Linears => sizes;

    /// <summary>A product, or the greatest number where that is too small for it: nothing of this length fits anywhere.</summary>
    public static int Times(int width, int factor) => (int)Math.Min(int.MaxValue, (long)width * factor);

    public void Add(LayerSpec layer, int input, int output, string parameters)
    {
        (int inputs, bool bias) = layer switch
        {
            LinearSpec linear => (input, linear.Bias),
            NormSpec or ScaleSpec or PReLUSpec => (0, true),
            _ => (0, false),
        };
        sizes.Add(counted.Add(parameters) ? new LinearSize(inputs, output, bias, 1) : new LinearSize(0, output, false, 1));
    }

    public void Add(ShortcutSpec shortcut, int input, int output)
    {
        if (shortcut.Projects && input != output)
            sizes.Add(new LinearSize(input, output, Bias: false, 1));
        switch (shortcut.Kind)
        {
            case ShortcutKind.Identity or ShortcutKind.Scaled:
                break;
            case ShortcutKind.Gated:
                sizes.Add(new LinearSize(input, output, Bias: true, 1));
                break;
            case ShortcutKind.Streams:
                sizes.Add(new LinearSize(0, Times(output, shortcut.Streams), Bias: false, 1));
                sizes.Add(new LinearSize(Times(shortcut.Streams, 2), shortcut.Streams, Bias: true, 1));
                break;
            case ShortcutKind.ReZero or ShortcutKind.LayerScale or ShortcutKind.DeepNorm:
                sizes.Add(new LinearSize(0, output, Bias: true, 1));
                break;
            default:
                throw new InvalidOperationException($"{shortcut} has no size.");
        }
    }
}
