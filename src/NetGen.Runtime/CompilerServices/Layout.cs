using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// How tensors lie in memory. Weights <c>[out, in]</c> lie in panels of 32 outputs, <c>[out / 32][in][32]</c>, so that a kernel reads them
/// in one stream and no stride is a power of two that would crowd the cache's sets. Activations lie row by row with a padded stride.
/// The padding of parameters and gradients is zero and stays zero; nothing reads that of activations into a result.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Layout
{
    /// <summary>The number of outputs in a panel: two of the widest vectors.</summary>
    public const int PanelWidth = 32;

    /// <summary>
    /// How many terms a chain of floats adds up before it becomes a term of a sum in double: as long a chain as is off by no more than
    /// a millionth or so of the sum of magnitudes.
    /// </summary>
    internal const int BlockRows = 64;

    /// <summary>The number of panels that hold <paramref name="width"/> columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Panels(int width) => (width + (PanelWidth - 1)) / PanelWidth;

    /// <summary>How many floats a parameter takes, its padding included.</summary>
    internal static int Length(ReadOnlySpan<int> shape) => Panels(shape[0]) * PanelWidth * (shape.Length == 2 ? shape[1] : 1);

    /// <summary>
    /// The distance between two rows of activations, in floats: whole panels, and half a panel more for wide rows,
    /// where a power of two would alias in the first-level cache.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int RowStride(int width) => Panels(width) * PanelWidth + (width > 128 ? PanelWidth / 2 : 0);
}
