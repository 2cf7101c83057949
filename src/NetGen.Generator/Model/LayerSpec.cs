using NetGen.Generator.Graphs;

namespace NetGen.Generator.Model;

/// <summary>A layer as it was declared.</summary>
/// <param name="Name">Its path, such as <c>layers.3.linear</c>.</param>
internal abstract record LayerSpec(string Name)
{
    /// <summary>The path that its parameters are named after: its own, or the path of the first of all shared uses.</summary>
    public string ParameterPath { get; init; } = Name;

    /// <summary>Whether its parameters are never trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>The shape of what it hands on.</summary>
    /// <param name="input">The shape of what it takes.</param>
    public Shape ShapeBehind(Shape input) => this switch
    {
        LinearSpec linear => input.WithWidth(linear.Outputs),
        Conv2dSpec convolution => convolution.ShapeOver(input),
        // Where what follows is no number any more, nothing of this length fits anywhere.
        CReLUSpec => input.WithWidth((int)Math.Min(int.MaxValue, 2L * input.Width)),
        PoolSpec pool => Shape.Example(pool.Window.Rows.Places, pool.Window.Columns.Places, input.Width),
        GlobalAvgPoolSpec => Shape.Example(input.Width),
        FlattenSpec => Shape.Example((int)Math.Min(int.MaxValue, input.Count)),
        EmbeddingSpec embedding => Shape.Example(input.Width, embedding.Outputs),
        ClassTokenSpec => Shape.Example((int)Math.Min(int.MaxValue, input.Positions + 1L), input.Width),
        FirstTokenSpec or MeanPoolSpec => Shape.Example(input.Width),
        SwiGluSpec => input.WithWidth(input.Width / 2),
        BlockSpec block => block.Layers.Aggregate(input, static (shape, layer) => layer.ShapeBehind(shape)),
        ParallelSpec parallel => parallel.Branches[0].ShapeBehind(input),
        ActivationSpec or PReLUSpec or NormSpec or GroupNormSpec or BatchNormSpec or DropoutSpec or ScaleSpec or SelfAttentionSpec
            or PositionEmbeddingSpec => input,
        _ => throw new InvalidOperationException($"{this} has no shape."),
    };

    /// <summary>Whether it has parameters of its own, beside those of layers inside it.</summary>
    public bool HasParameters => this switch
    {
        ProductSpec or PReLUSpec or EmbeddingSpec or SelfAttentionSpec or ClassTokenSpec => true,
        NormSpec norm => norm.Gain || norm.Bias,
        GroupNormSpec norm => norm.Gain || norm.Bias,
        BatchNormSpec norm => norm.Affine,
        ScaleSpec scale => scale.Learned,
        PositionEmbeddingSpec positions => !positions.Sine,
        ActivationSpec or CReLUSpec or SwiGluSpec or DropoutSpec or PoolSpec or GlobalAvgPoolSpec or FlattenSpec or FirstTokenSpec
            or MeanPoolSpec or BlockSpec or ParallelSpec => false,
        _ => throw new InvalidOperationException($"{this} is no layer."),
    };

    /// <summary>What goes around it, if it is of blocks and anything does.</summary>
    public ShortcutSpec? Around => this switch { BlockSpec block => block.Shortcut, ParallelSpec parallel => parallel.Shortcut, _ => null };

    /// <summary>The layers inside it, itself first.</summary>
    public IEnumerable<LayerSpec> SelfAndInner() => Inner.SelectMany(static layer => layer.SelfAndInner()).Prepend(this);

    /// <summary>What a change of layers, from the innermost outwards, makes of it.</summary>
    public LayerSpec With(Func<LayerSpec, LayerSpec> change) => change(this switch
    {
        BlockSpec block => block with { Layers = block.Layers.Select(layer => layer.With(change)).ToEquatableArray() },
        ParallelSpec parallel =>
            parallel with { Branches = parallel.Branches.Select(branch => (BlockSpec)branch.With(change)).ToEquatableArray() },
        _ => this,
    });

    private IEnumerable<LayerSpec> Inner => this switch
    {
        BlockSpec block => block.Layers,
        ParallelSpec parallel => parallel.Branches,
        _ => [],
    };
}

/// <summary>A product with a weight, and a bias.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Outputs">The number of its outputs.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="Init">How the weight starts.</param>
/// <param name="InitScale">The factor on its starting values.</param>
internal abstract record ProductSpec(string Name, int Outputs, bool Bias, Init Init, float InitScale) : LayerSpec(Name)
{
    /// <summary>The gain of its weight norm, or null where its weight is as long as it is.</summary>
    public GainSpec? Gain { get; init; }

    /// <summary>What its weight is called.</summary>
    public string WeightRole => Gain is null ? "weight" : "weight_v";
}

/// <summary>A learned length for each output of a weight.</summary>
/// <param name="Start">What it starts at, or null for the length that the weight starts with.</param>
internal sealed record GainSpec(float? Start);

/// <summary>A dense layer, <c>y = x Wᵀ + b</c>.</summary>
/// <inheritdoc cref="ProductSpec"/>
internal sealed record LinearSpec(string Name, int Outputs, bool Bias, Init Init, float InitScale)
    : ProductSpec(Name, Outputs, Bias, Init, InitScale);

/// <summary>A convolution of an image.</summary>
/// <param name="Kernel">The side of its window.</param>
/// <param name="Stride">How far it is from one window to the next.</param>
/// <param name="Padding">The width of the rim of zeros, or null for as much as lets a stride of 1 keep the image's size.</param>
/// <param name="IsPatches">Whether it was declared as patches, whose stride is their side.</param>
/// <inheritdoc cref="ProductSpec"/>
internal sealed record Conv2dSpec(
    string Name, int Outputs, int Kernel, int Stride, int? Padding, bool Bias, Init Init, float InitScale, bool IsPatches = false)
    : ProductSpec(Name, Outputs, Bias, Init, InitScale)
{
    /// <summary>Where its window stands on an image.</summary>
    public ConvolutionWindow WindowOver(Shape image)
    {
        (int height, int width) = (image.Dimensions[0], image.Dimensions[1]);
        return Padding is int padding
            ? ConvolutionWindow.Padded(height, width, Kernel, Stride, padding)
            : ConvolutionWindow.Same(height, width, Kernel, Stride);
    }

    /// <summary>The shape of what comes out for an image.</summary>
    public Shape ShapeOver(Shape image)
    {
        ConvolutionWindow window = WindowOver(image);
        return Shape.Example(window.OutHeight, window.OutWidth, Outputs);
    }
}

/// <summary>An activation without parameters.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Function">What it computes.</param>
internal sealed record ActivationSpec(string Name, ActivationFunction Function) : LayerSpec(Name);

/// <summary>A ReLU with a learned slope.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Slope">What the slope starts at.</param>
internal sealed record PReLUSpec(string Name, float Slope) : LayerSpec(Name);

/// <summary>A ReLU that keeps both signs, one behind the other.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Function">Which.</param>
internal sealed record CReLUSpec(string Name, CReLU Function) : LayerSpec(Name);

/// <summary>A normalization of every vector.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Centered">Whether the mean is taken away.</param>
/// <param name="Epsilon">What keeps the division finite.</param>
/// <param name="Gain">Whether there is a gain.</param>
/// <param name="Bias">Whether there is a bias.</param>
internal sealed record NormSpec(string Name, bool Centered, float Epsilon, bool Gain, bool Bias) : LayerSpec(Name);

/// <summary>A normalization of every group of channels, over all positions of an example.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Groups">The number of groups.</param>
/// <param name="Epsilon">What keeps the division finite.</param>
/// <param name="Gain">Whether there is a gain.</param>
/// <param name="Bias">Whether there is a bias.</param>
internal sealed record GroupNormSpec(string Name, int Groups, float Epsilon, bool Gain, bool Bias) : LayerSpec(Name);

/// <summary>A normalization of every channel over the batch.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Epsilon">What keeps the division finite.</param>
/// <param name="Momentum">The share of a batch in the running statistics.</param>
/// <param name="Affine">Whether there are a gain and a bias.</param>
internal sealed record BatchNormSpec(string Name, float Epsilon, float Momentum, bool Affine) : LayerSpec(Name);

/// <summary>The greatest number or the mean in every window of an image, channel by channel.</summary>
/// <param name="Name">Its path.</param>
/// <param name="IsMax">Whether it is the greatest number.</param>
/// <param name="Window">The window.</param>
internal sealed record PoolSpec(string Name, bool IsMax, PoolWindow Window) : LayerSpec(Name);

/// <summary>The mean over all pixels of an image, channel by channel.</summary>
/// <param name="Name">Its path.</param>
internal sealed record GlobalAvgPoolSpec(string Name) : LayerSpec(Name);

/// <summary>An image as one vector, channel by channel.</summary>
/// <param name="Name">Its path.</param>
internal sealed record FlattenSpec(string Name) : LayerSpec(Name);

/// <summary>A learned vector for every token.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Outputs">The length of the vectors.</param>
/// <param name="Init">How they start.</param>
/// <param name="InitScale">The factor on their starting values.</param>
internal sealed record EmbeddingSpec(string Name, int Outputs, Init Init, float InitScale) : LayerSpec(Name);

/// <summary>A vector for every position, which is added.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Positions">For how many positions there is one.</param>
/// <param name="Sine">Whether it is of sines and cosines, rather than learned.</param>
/// <param name="Init">How learned ones start.</param>
/// <param name="InitScale">The factor on their starting values.</param>
internal sealed record PositionEmbeddingSpec(string Name, int Positions, bool Sine, Init Init, float InitScale) : LayerSpec(Name);

/// <summary>Attention among the positions of an example.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Heads">The number of heads.</param>
/// <param name="Causal">Whether a position attends to none behind it.</param>
/// <param name="Bias">Whether its projections have biases.</param>
/// <param name="Joint">Whether one matrix projects to queries, keys and values.</param>
/// <param name="RotaryBase">The base of rotary positions, or null where there are none.</param>
/// <param name="Init">How its weights start.</param>
/// <param name="InitScale">The factor on their starting values.</param>
internal sealed record SelfAttentionSpec(
    string Name, int Heads, bool Causal, bool Bias, bool Joint, float? RotaryBase, Init Init, float InitScale) : LayerSpec(Name);

/// <summary>A learned vector in front of the positions.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Init">How it starts.</param>
/// <param name="InitScale">The factor on its starting values.</param>
internal sealed record ClassTokenSpec(string Name, Init Init, float InitScale) : LayerSpec(Name);

/// <summary>The first position.</summary>
/// <param name="Name">Its path.</param>
internal sealed record FirstTokenSpec(string Name) : LayerSpec(Name);

/// <summary>The mean over all positions.</summary>
/// <param name="Name">Its path.</param>
internal sealed record MeanPoolSpec(string Name) : LayerSpec(Name);

/// <summary>A gated unit: one half of a vector, through a SiLU, times the other.</summary>
/// <param name="Name">Its path.</param>
internal sealed record SwiGluSpec(string Name) : LayerSpec(Name);

/// <summary>Dropout.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Probability">The probability that an element is zero.</param>
internal sealed record DropoutSpec(string Name, float Probability) : LayerSpec(Name);

/// <summary>A multiple.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Factor">The factor, or what it starts at.</param>
/// <param name="Learned">Whether it is a parameter.</param>
/// <param name="PerChannel">Whether there is one for each channel.</param>
internal sealed record ScaleSpec(string Name, float Factor, bool Learned, bool PerChannel = false) : LayerSpec(Name);

/// <summary>Layers that belong together, with or without a shortcut around them.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Layers">What stands in it.</param>
/// <param name="Shortcut">What goes around it, if anything does.</param>
/// <param name="Title">The name of its class, or null for a block that shows as what stands in it.</param>
internal sealed record BlockSpec(string Name, EquatableArray<LayerSpec> Layers, ShortcutSpec? Shortcut, string? Title = null)
    : LayerSpec(Name)
{
    /// <summary>The full name of its class, as the runtime's <c>ParameterInfo.Blocks</c> has it.</summary>
    public string? Class { get; init; }
}

/// <summary>Blocks on the same input, whose results are added.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Branches">The blocks.</param>
/// <param name="Shortcut">What goes around all of them, if anything does.</param>
internal sealed record ParallelSpec(string Name, EquatableArray<BlockSpec> Branches, ShortcutSpec? Shortcut) : LayerSpec(Name);
