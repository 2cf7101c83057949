namespace NetGen;

/// <summary>
/// A loss of outputs that are scores of classes, one for each class. Its targets may also be labels: for each row, the index of the class
/// that is right, from 0 to one less than the number of outputs.
/// </summary>
public interface IClassLoss : ILoss
{
    /// <summary>The label of rows that do not count, or null where all do.</summary>
    int? IgnoredLabel { get; }

    /// <summary>The sum of all terms.</summary>
    /// <param name="outputs">The network's outputs, <c>[rows, classes]</c>.</param>
    /// <param name="labels">The right class of each row, <c>[rows]</c>, or <see cref="IgnoredLabel"/>.</param>
    /// <returns>The loss, summed.</returns>
    double Sum(BatchSpan outputs, ReadOnlySpan<int> labels);

    /// <summary>The same sum, and the gradient of the mean over rows that count with respect to every output.</summary>
    /// <param name="outputs">The network's outputs, <c>[rows, classes]</c>.</param>
    /// <param name="labels">The right class of each row, <c>[rows]</c>, or <see cref="IgnoredLabel"/>.</param>
    /// <param name="gradients">Receives the gradient, <c>[rows, classes]</c>; its padding is zero and stays zero.</param>
    /// <returns>The loss, summed.</returns>
    double SumAndGradient(BatchSpan outputs, ReadOnlySpan<int> labels, BatchSpan gradients);
}
