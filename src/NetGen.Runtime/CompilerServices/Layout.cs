using System.ComponentModel;
using System.Runtime.CompilerServices;

#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>
/// How tensors lie in memory, for the compiler that places them and for the runtime that reads them: both compile this file. Weights
/// <c>[out, in]</c> lie in panels of 32 outputs, <c>[out / 32][in][32]</c>, so that a kernel reads them in one stream and no stride is a
/// power of two that would crowd the cache's sets; weights of convolutions <c>[out, in, height, width]</c> lie tap by tap,
/// <c>[out / 32][height × width][in][32]</c>, because neighbouring inputs of a tap lie side by side in a pixel. Activations lie row by row
/// with a padded stride. The padding of parameters and gradients is zero and stays zero; nothing reads the padding of activations into a
/// result.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Layout
{
    /// <summary>The number of outputs in a panel: two of the widest vectors.</summary>
    public const int PanelWidth = 32;

    /// <summary>The number of panels that hold <paramref name="width"/> columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Panels(int width) => (width + (PanelWidth - 1)) / PanelWidth;

    /// <summary>Whether a row is as short as half a panel, and lies in half a panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNarrow(int width) => width <= PanelWidth / 2;

    /// <summary>The columns that a row of activations lies in, its padding included: whole panels, or half a panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Columns(int width) => IsNarrow(width) ? PanelWidth / 2 : Panels(width) * PanelWidth;

    /// <summary>
    /// The distance between two rows of activations, in floats: the columns that a row lies in, and half a panel more for wide rows,
    /// where a power of two would alias in the first-level cache.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int RowStride(int width) => Columns(width) + (width > 128 ? PanelWidth / 2 : 0);

    /// <summary>The outputs of a parameter: its first dimension.</summary>
    internal static int Outputs(ReadOnlySpan<int> shape) =>
        shape.Length > 0
            ? shape[0]
            : throw new ArgumentException("A parameter has at least one dimension, this shape has none.", nameof(shape));

    /// <summary>The inputs of a parameter: its second dimension, 1 for a vector.</summary>
    internal static int Inputs(ReadOnlySpan<int> shape) => shape.Length > 1 ? shape[1] : 1;

    /// <summary>
    /// The taps of a parameter, each of which is a matrix of outputs by inputs: the product of all further dimensions, 1 for a matrix.
    /// </summary>
    internal static int Taps(ReadOnlySpan<int> shape)
    {
        int taps = 1;
        for (int dimension = 2; dimension < shape.Length; dimension++)
            taps = checked(taps * shape[dimension]);
        return taps;
    }

    /// <summary>The columns of a parameter as a matrix: the inputs of all its taps.</summary>
    internal static int FanIn(ReadOnlySpan<int> shape) => checked(Inputs(shape) * Taps(shape));

    /// <summary>How many floats a parameter takes, its padding included.</summary>
    internal static int Length(ReadOnlySpan<int> shape) => checked(Panels(Outputs(shape)) * PanelWidth * FanIn(shape));
}
