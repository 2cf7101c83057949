namespace NetGen;

/// <summary>
/// A loss: how far outputs are from targets, as the mean of terms such as the squared difference of one output from its target.
/// Implement it as a struct: training steps are compiled for each.
/// </summary>
public interface ILoss
{
    /// <summary>
    /// How many terms a row has: the mean is the sum over <c>rows · TermsPerRow</c>. A loss of each output has <paramref name="width"/>
    /// terms, a loss of the row as a whole has 1.
    /// </summary>
    /// <param name="width">The number of outputs, at least 1.</param>
    /// <returns>At least 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The loss has no meaning for so many outputs.</exception>
    int TermsPerRow(int width);

    /// <summary>The sum of all terms.</summary>
    /// <param name="outputs">The network's outputs, <c>[rows, width]</c>.</param>
    /// <param name="targets">What they should be, <c>[rows, width]</c>, row by row without gaps.</param>
    /// <returns>The loss, summed.</returns>
    double Sum(BatchSpan outputs, ReadOnlySpan<float> targets);

    /// <summary>The same sum, and the gradient of the mean with respect to every output.</summary>
    /// <param name="outputs">The network's outputs, <c>[rows, width]</c>.</param>
    /// <param name="targets">What they should be, <c>[rows, width]</c>, row by row without gaps.</param>
    /// <param name="gradients">Receives the gradient, <c>[rows, width]</c>; its padding is zero and stays zero.</param>
    /// <returns>The loss, summed.</returns>
    double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients);
}
