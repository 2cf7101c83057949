using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// Rows that the gradient of a weight sums up together, tile by tile, before it goes on to the next ones. What all tiles read of them stays
/// in the first-level cache, where rows whose distance is a power of two share few sets.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Strip
{
    private const int Floats = 4096, LeastRows = 32, MostRows = 128;

    /// <summary>How many rows the next strip has.</summary>
    /// <param name="first">Its first row.</param>
    /// <param name="end">The row behind the last of all.</param>
    /// <param name="width">The length of a row.</param>
    public static int From(int first, int end, int width) =>
        Math.Min(Math.Max(LeastRows, Math.Min(MostRows, Floats / width)), end - first);
}
