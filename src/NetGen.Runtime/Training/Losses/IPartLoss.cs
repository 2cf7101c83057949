namespace NetGen;

/// <summary>
/// A loss that goes on from an earlier part of a batch: the sum goes on from the sum so far, and the gradient is that of the mean over all
/// rows of the batch, so that both have the bits of all rows at once.
/// </summary>
internal interface IPartLoss
{
    /// <summary>The sum of all terms, in an evaluation.</summary>
    /// <param name="outputs">The outputs of some rows.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="before">The sum over the rows before them.</param>
    double Sum(BatchSpan outputs, ReadOnlySpan<float> targets, double before);

    /// <summary>The same sum, and the gradient.</summary>
    /// <param name="outputs">The outputs of some rows.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="gradients">Receives their gradients.</param>
    /// <param name="before">The sum over the rows before them.</param>
    /// <param name="counted">How many rows of the batch count.</param>
    double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients, double before, int counted);
}

/// <summary>The same, of labels.</summary>
internal interface IPartClassLoss
{
    /// <inheritdoc cref="IPartLoss.Sum"/>
    double Sum(BatchSpan outputs, ReadOnlySpan<int> labels, double before);

    /// <inheritdoc cref="IPartLoss.SumAndGradient"/>
    double SumAndGradient(BatchSpan outputs, ReadOnlySpan<int> labels, BatchSpan gradients, double before, int counted);
}
