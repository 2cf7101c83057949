using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>The layers of a network as numbers, while they are read. Parameters that several uses share count once.</summary>
internal sealed class LayerSizes
{
    private readonly List<LinearSize> sizes = [];
    private readonly HashSet<string> counted = [];

    /// <summary>
    /// The layers as Linears: a layer without a product is a Linear without inputs.
    /// </summary>
    public IReadOnlyList<LinearSize> Linears => sizes;

    public void Add(LayerSpec layer, Shape input, Shape output, string parameters)
    {
        bool isFirst = counted.Add(parameters);
        foreach (LinearSize size in layer is SelfAttentionSpec attention ? SizesOf(attention, output) : [SizeOf(layer, input, output)])
            sizes.Add(isFirst ? size : size with { Inputs = 0, Bias = false, Others = 0 });
    }

    public void Add(ShortcutSpec shortcut, Shape input, Shape output)
    {
        if (shortcut.Projects && input != output)
            sizes.Add(Bridge(input, output, bias: false));
        switch (shortcut.Kind)
        {
            case ShortcutKind.Identity or ShortcutKind.Scaled:
                break;
            case ShortcutKind.Gated:
                sizes.Add(Bridge(input, output, bias: true));
                break;
            case ShortcutKind.Streams:
                // α [1, streams], A [streams, streams] and β [streams, 1].
                decimal streams = SlabSize.Padded(shortcut.Streams);
                decimal mixtures = shortcut.Streams * (SlabSize.Padded(1) + streams) + streams;
                sizes.Add(Size(0, Times(output.Width, shortcut.Streams), bias: false, output) with { Others = mixtures });
                break;
            case ShortcutKind.ReZero:
                sizes.Add(Size(0, output.Width, bias: false, output) with { Others = SlabSize.Padded(1) });
                break;
            case ShortcutKind.LayerScale:
                sizes.Add(Size(0, output.Width, bias: true, output));
                break;
            case ShortcutKind.DeepNorm:
                sizes.Add(Size(0, output.Width, bias: false, output) with { Others = 2 * SlabSize.Padded(output.Width) });
                break;
            default:
                throw new InvalidOperationException($"{shortcut} has no size.");
        }
    }

    // A product from what goes into a block to what comes out: with a stride, a convolution of single pixels.
    private LinearSize Bridge(Shape input, Shape output, bool bias) => Size(input.Width, output.Width, bias, output) with
    {
        Scratch = input.StrideTo(output) is > 1 and int stride
            ? ScratchOf(
                ConvolutionWindow.Padded(input.Dimensions[0], input.Dimensions[1], kernel: 1, stride, padding: 0),
                input.Width, output.Width)
            : 0,
    };

    // The gradient of a convolution's inputs takes scratch of its own, where something in front of it may learn from it.
    private decimal ScratchOf(ConvolutionWindow window, int inputs, int outputs)
    {
        if (window.IsPixel)
            return 0;
        long copied = Correlation.WeightGradient(window, inputs, outputs).ScratchLength;
        return sizes.Exists(static size => size.Inputs > 0 || size.Bias || size.Others > 0)
            ? Math.Max(copied, Correlation.InputGradient(window, outputs).ScratchLength)
            : copied;
    }

    private LinearSize SizeOf(LayerSpec layer, Shape input, Shape output)
    {
        LinearSize alone = Size(0, output.Width, bias: false, output);
        decimal gain = layer is ProductSpec { Gain: not null } ? SlabSize.Padded(output.Width) : 0;
        return layer switch
        {
            LinearSpec linear => Size(input.Width, output.Width, linear.Bias, output) with { Others = gain },
            Conv2dSpec convolution => Size(input.Width, output.Width, convolution.Bias, output) with
            {
                Others = gain,
                Taps = convolution.Kernel * convolution.Kernel,
                Scratch = ScratchOf(convolution.WindowOver(input), input.Width, output.Width),
            },
            NormSpec norm => alone with { Others = ((norm.Gain ? 1 : 0) + (norm.Bias ? 1 : 0)) * SlabSize.Padded(output.Width) },
            GroupNormSpec norm => alone with { Others = ((norm.Gain ? 1 : 0) + (norm.Bias ? 1 : 0)) * SlabSize.Padded(output.Width) },
            // Gain and bias, running mean and variance, and a number that counts.
            BatchNormSpec norm => alone with { Others = (norm.Affine ? 4 : 2) * SlabSize.Padded(output.Width) + SlabSize.Padded(1) },
            ScaleSpec { PerChannel: true } => alone with { Others = SlabSize.Padded(output.Width) },
            PReLUSpec or ScaleSpec { Learned: true } => alone with { Others = SlabSize.Padded(1) },
            EmbeddingSpec => alone with { Others = SlabSize.Padded(input.Vocabulary) * output.Width },
            PositionEmbeddingSpec { Sine: false } positions => alone with { Others = SlabSize.Padded(positions.Positions) * output.Width },
            ClassTokenSpec => alone with { Others = SlabSize.Padded(output.Width) },
            ActivationSpec or CReLUSpec or SwiGluSpec or DropoutSpec or ScaleSpec or PoolSpec or GlobalAvgPoolSpec or FlattenSpec
                or FirstTokenSpec or MeanPoolSpec or PositionEmbeddingSpec => alone,
            _ => throw new InvalidOperationException($"{layer} has no size."),
        };
    }

    // The projections to queries, keys and values, together or apart, with the weights of attention; and that of what was found.
    private static IEnumerable<LinearSize> SizesOf(SelfAttentionSpec attention, Shape at)
    {
        LinearSize one = Size(at.Width, at.Width, bias: false, at);
        LinearSize all = Size(attention.Joint ? at.Width : 0, Times(at.Width, 3), attention.Bias, at) with
        {
            Kept = SlabSize.AttentionWeights(attention.Heads, at.Positions),
            Scratch = AttentionLayout.Scratch(at.Positions, at.Width, attention.Heads),
        };
        return [.. attention.Joint ? Enumerable.Empty<LinearSize>() : [one with { Count = 3 }], all, one with { Bias = attention.Bias }];
    }

    private static LinearSize Size(int inputs, int outputs, bool bias, Shape at) =>
        new(inputs, outputs, bias, Count: 1) { Positions = at.Positions };

    // A product that is too large counts as the greatest number: nothing of this length fits anywhere.
    private static int Times(int width, int factor) => (int)Math.Min(int.MaxValue, (long)width * factor);
}
