using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>The layers of a network as numbers, while they are read. Parameters that several uses share count once.</summary>
internal sealed class LayerSizes
{
    private readonly List<LinearSize> sizes = [];
    private readonly HashSet<string> counted = [];

    /// <summary>
    /// The layers as Linears: a layer without a product is a Linear without inputs, whose bias stands for its parameters.
    /// </summary>
    public IReadOnlyList<LinearSize> Linears => sizes;

    public void Add(LayerSpec layer, Shape input, Shape output, string parameters)
    {
        (int inputs, bool bias) = layer switch
        {
            LinearSpec linear => (input.Width, linear.Bias),
            NormSpec or ScaleSpec or PReLUSpec => (0, true),
            _ => (0, false),
        };
        sizes.Add(counted.Add(parameters) ? Size(inputs, output.Width, bias, output) : Size(0, output.Width, false, output));
    }

    public void Add(ShortcutSpec shortcut, Shape input, Shape output)
    {
        if (shortcut.Projects && input != output)
            sizes.Add(Size(input.Width, output.Width, bias: false, output));
        switch (shortcut.Kind)
        {
            case ShortcutKind.Identity or ShortcutKind.Scaled:
                break;
            case ShortcutKind.Gated:
                sizes.Add(Size(input.Width, output.Width, bias: true, output));
                break;
            case ShortcutKind.Streams:
                sizes.Add(Size(0, Times(output.Width, shortcut.Streams), bias: false, output));
                sizes.Add(Size(Times(shortcut.Streams, 2), shortcut.Streams, bias: true, output));
                break;
            case ShortcutKind.ReZero or ShortcutKind.LayerScale or ShortcutKind.DeepNorm:
                sizes.Add(Size(0, output.Width, bias: true, output));
                break;
            default:
                throw new InvalidOperationException($"{shortcut} has no size.");
        }
    }

    private static LinearSize Size(int inputs, int outputs, bool bias, Shape at) =>
        new(inputs, outputs, bias, Count: 1) { Positions = at.Positions };

    // A product that is too large counts as the greatest number: nothing of this length fits anywhere.
    private static int Times(int width, int factor) => (int)Math.Min(int.MaxValue, (long)width * factor);
}
