using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// Takes gradients from a backward pass as they are finished. It leaves them where they are, or it applies the optimizer at once, while
/// they are still in the cache.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParameterUpdate
{
    /// <summary>
    /// Whether the next gradient, of a panel of a weight or of something smaller, is this thread's to compute. Every thread asks for all,
    /// in the same order, and gets neighbours.
    /// </summary>
    /// <param name="terms">How many terms its sums have, all together: the work of computing it.</param>
    bool Takes(long terms);

    /// <summary>The gradients at <paramref name="offset"/> are final, and the backward pass reads these parameters no more.</summary>
    /// <param name="offset">The first element, counted in floats from the start of the slabs.</param>
    /// <param name="length">How many floats.</param>
    void Finished(nint offset, int length);
}
