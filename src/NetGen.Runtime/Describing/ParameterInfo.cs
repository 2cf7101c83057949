using System.Collections.Immutable;
using System.ComponentModel;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A parameter of a network.</summary>
/// <param name="name">Its name, such as <c>layers.3.linear.weight</c>.</param>
/// <param name="layer">The index of its layer in <see cref="NetworkInfo.Layers"/>.</param>
/// <param name="shape">Its shape: <c>[out, in]</c> for a weight, <c>[out]</c> for a bias or another vector, <c>[1]</c> for a number.</param>
/// <param name="offset">Where it starts in the parameter slab, in floats, a multiple of 16 (64 bytes).</param>
/// <param name="init">How it starts, unless the constructor says otherwise.</param>
/// <param name="initScale">The factor on its starting values, unless the constructor says otherwise.</param>
/// <param name="keepsInit">Whether the constructor has no say in that. It has none in vectors.</param>
/// <param name="initFactor">A further factor on its starting values, in which the constructor has no say either.</param>
/// <param name="diagonal">Which diagonal <see cref="NetGen.Init.Identity"/> puts its ones on.</param>
/// <param name="frozen">Whether it is never trained.</param>
/// <param name="blocks">The full names of the blocks it lies in, outermost first.</param>
/// <exception cref="ArgumentException">
/// The name is null or empty, the shape is <c>default</c>, or has not one or two dimensions of at least 1, or more values than an array
/// holds, a number is negative or not finite, or <paramref name="init"/> is no <see cref="NetGen.Init"/>.
/// </exception>
public sealed class ParameterInfo(
    string name, int layer, ImmutableArray<int> shape, int offset, Init init, float initScale,
    bool keepsInit = false, float initFactor = 1f, int diagonal = 0, bool frozen = false, ImmutableArray<string> blocks = default)
{
    /// <summary>Its name, such as <c>layers.3.linear.weight</c>.</summary>
    public string Name { get; } = InfoArguments.Text(name);

    /// <summary>The index of its layer in <see cref="NetworkInfo.Layers"/>.</summary>
    public int Layer { get; } = InfoArguments.AtLeast(0, layer);

    /// <summary>Its shape: <c>[out, in]</c> for a weight, <c>[out]</c> for a bias or another vector, <c>[1]</c> for a number.</summary>
    public ImmutableArray<int> Shape { get; } = Checked(shape);

    /// <summary>Where it starts in the parameter slab, in floats, a multiple of 16 (64 bytes).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Offset { get; } = InfoArguments.AtLeast(0, offset);

    /// <summary>How it starts, unless the constructor says otherwise.</summary>
    public Init Init { get; } = Checked(init);

    /// <summary>The factor on its starting values, unless the constructor says otherwise.</summary>
    public float InitScale { get; } = InfoArguments.Finite(initScale);

    /// <summary>Whether it is never trained: it gets no gradient.</summary>
    public bool Frozen { get; } = frozen;

    /// <summary>
    /// The full names of the block classes it lies in, such as <c>A.Outer+FeedForward</c>, outermost first; a shared block's parameter has
    /// the names around all uses. Names of generic classes have no type arguments. Names of file-local classes begin with the file's name:
    /// <c>A.&lt;File&gt;FeedForward</c>.
    /// </summary>
    public ImmutableArray<string> Blocks { get; } = blocks.IsDefault ? [] : blocks;

    /// <summary>
    /// Whether the network's constructor leaves its start as declared. True for everything but weights of Linear layers; gates and
    /// projections keep theirs too.
    /// </summary>
    internal bool KeepsInit { get; } = keepsInit || shape.Length == 1;

    /// <summary>A further factor on its starting values, that of <see cref="Shortcut.DeepNorm"/>; the constructor leaves it alone.</summary>
    public float InitFactor { get; } = InfoArguments.Finite(initFactor);

    /// <summary>Which diagonal <see cref="NetGen.Init.Identity"/> puts its ones on, 0 for the main one.</summary>
    internal int Diagonal { get; } = diagonal;

    /// <summary>The number of its values, padding not counted.</summary>
    public int Count { get; } = shape.Aggregate(1, static (product, dimension) => product * dimension);

    private static ImmutableArray<int> Checked(ImmutableArray<int> shape)
    {
        InfoArguments.Array(shape);
        return shape.Length is 1 or 2 && shape.All(static dimension => dimension >= 1) && FitsIntoSlab(shape)
            ? shape
            : throw new ArgumentException(
                $"Expected one or two dimensions of at least 1, and no more values than an array holds, got [{string.Join(", ", shape)}].",
                nameof(shape));
    }

    private static bool FitsIntoSlab(ImmutableArray<int> shape) =>
        (shape[0] + (Layout.PanelWidth - 1L)) * (shape.Length == 2 ? shape[1] : 1) <= Slab.MaxLength;

    private static Init Checked(Init init) => Enum.IsDefined(init)
        ? init
        : throw new ArgumentOutOfRangeException(nameof(init), init, $"Expected one of {string.Join(", ", Enum.GetNames<Init>())}.");

    /// <summary>The same place in a slab under another name.</summary>
    internal ParameterInfo Renamed(string name) => new(name, Layer, Shape, Offset, Init, InitScale, KeepsInit, InitFactor, Diagonal, Frozen, Blocks);
}
