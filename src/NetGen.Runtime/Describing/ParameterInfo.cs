using System.Collections.Immutable;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A parameter of a network.</summary>
public sealed class ParameterInfo
{
    /// <exception cref="ArgumentException">
    /// The name is null or empty, the shape is <c>default</c>, or has no dimension or one below 1, or more values than an array holds, a
    /// number is negative or not finite, or <paramref name="init"/> is no <see cref="NetGen.Init"/>.
    /// </exception>
    internal ParameterInfo(
        string name, int layer, ImmutableArray<int> shape, int offset, Init init, float initScale,
        bool keepsInit = false, float initFactor = 1f, int diagonal = 0, bool frozen = false, ImmutableArray<string> blocks = default,
        string? lengthOf = null)
    {
        Name = InfoArguments.Text(name);
        Layer = InfoArguments.AtLeast(0, layer);
        Shape = Checked(shape);
        Offset = InfoArguments.AtLeast(0, offset);
        Init = Checked(init);
        InitScale = InfoArguments.Finite(initScale);
        Frozen = frozen;
        Blocks = blocks.IsDefault ? [] : blocks;
        KeepsInit = keepsInit || shape.Length == 1;
        InitFactor = InfoArguments.Finite(initFactor);
        Diagonal = diagonal;
        LengthOf = lengthOf;
        Count = Layout.Outputs(shape.AsSpan()) * Layout.FanIn(shape.AsSpan());
    }

    /// <summary>Its name, such as <c>layers.3.linear.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The index of its layer in <see cref="NetworkInfo.Layers"/>.</summary>
    public int Layer { get; }

    /// <summary>
    /// Its shape: <c>[out, in]</c> for a weight, <c>[out, in, height, width]</c> for that of a convolution, <c>[out]</c> for a bias or
    /// another vector, <c>[1]</c> for a number.
    /// </summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Where it starts in the parameter slab, in floats, a multiple of 16 (64 bytes).</summary>
    internal int Offset { get; }

    /// <summary>How it starts, unless the constructor says otherwise.</summary>
    public Init Init { get; }

    /// <summary>The factor on its starting values, unless the constructor says otherwise.</summary>
    public float InitScale { get; }

    /// <summary>
    /// Whether it is no parameter but state, such as the running mean of a batch norm: the forward pass of a training step writes it, and
    /// nothing else.
    /// </summary>
    public bool IsState { get; internal init; }

    /// <summary>Whether it is a number of steps: a file has it as a whole number of 64 bits without dimensions.</summary>
    internal bool IsCount { get; init; }

    /// <summary>Whether it is never trained: it gets no gradient.</summary>
    public bool Frozen { get; }

    /// <summary>
    /// The full names of the block classes it lies in, such as <c>A.Outer+FeedForward</c>, outermost first; a shared block's parameter has
    /// the names around all uses. Names of generic classes have no type arguments. Names of file-local classes begin with the file's name:
    /// <c>A.&lt;File&gt;FeedForward</c>.
    /// </summary>
    public ImmutableArray<string> Blocks { get; }

    /// <summary>
    /// Whether the network's constructor leaves its start as declared. True for everything but weights of Linear layers and convolutions;
    /// gates and projections keep theirs too.
    /// </summary>
    internal bool KeepsInit { get; }

    /// <summary>
    /// A further factor on its starting values, as <see cref="Shortcut.DeepNorm"/> asks for; the constructor leaves it alone.
    /// </summary>
    public float InitFactor { get; }

    /// <summary>The weight in front of it whose lengths, output by output, it starts at, if any.</summary>
    internal string? LengthOf { get; }

    /// <summary>Which diagonal <see cref="NetGen.Init.Identity"/> puts its ones on, 0 for the main one.</summary>
    internal int Diagonal { get; }

    /// <summary>The number of its values, padding not counted.</summary>
    public int Count { get; }

    private static ImmutableArray<int> Checked(ImmutableArray<int> shape)
    {
        InfoArguments.Shape(shape);
        long padded = (shape[0] + (Layout.PanelWidth - 1L)) * Layout.FanIn(shape.AsSpan());
        return padded <= Slab.MaxLength
            ? shape
            : throw new ArgumentException($"Expected no more values than an array holds, got [{string.Join(", ", shape)}].", nameof(shape));
    }

    private static Init Checked(Init init) => Enum.IsDefined(init)
        ? init
        : throw new ArgumentOutOfRangeException(nameof(init), init, $"Expected one of {string.Join(", ", Enum.GetNames<Init>())}.");

    /// <summary>The same place in a slab under another name.</summary>
    internal ParameterInfo Renamed(string name) =>
        new(name, Layer, Shape, Offset, Init, InitScale, KeepsInit, InitFactor, Diagonal, Frozen, Blocks, LengthOf);
}
