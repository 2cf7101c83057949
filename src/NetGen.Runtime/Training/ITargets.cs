namespace NetGen;

/// <summary>What the outputs of a batch are to be, in a form that a loss reads.</summary>
internal interface ITargets<TLoss>
    where TLoss : struct, ILoss
{
    /// <summary>How many examples they are of, or null where they are of no whole number of them.</summary>
    /// <param name="network">What they are targets of.</param>
    int? CountExamples(NetworkInfo network);

    /// <summary>Checks the targets, before anything has changed.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="network">What they are targets of.</param>
    /// <param name="examples">How many examples there are.</param>
    /// <param name="lengths">How many positions each has; empty where all have all.</param>
    /// <returns>How many rows of outputs count.</returns>
    /// <exception cref="ArgumentException">There are not as many targets, or one is wrong, or none counts.</exception>
    int Require(TLoss loss, NetworkInfo network, int examples, ReadOnlySpan<int> lengths);

    /// <summary>The sum of a loss over some of the rows, in an evaluation.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of these rows.</param>
    /// <param name="start">Which row of all is their first.</param>
    double Sum(TLoss loss, BatchSpan outputs, int start);

    /// <summary>How many of some rows count.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="part">Which rows.</param>
    int Count(TLoss loss, RowPart part);

    /// <summary>The sum of a loss over some of the rows, and the gradient of the mean over those.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of these rows.</param>
    /// <param name="start">Which row of all is their first.</param>
    /// <param name="gradients">Receives the gradient.</param>
    double SumAndGradient(TLoss loss, BatchSpan outputs, int start, BatchSpan gradients);

    /// <summary>The sum of a loss, gone on with over the next rows, in an evaluation.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of these rows.</param>
    /// <param name="start">Which row of all is their first.</param>
    /// <param name="before">The sum over the rows before.</param>
    double Sum(IPartLoss loss, BatchSpan outputs, int start, double before);

    /// <summary>The same sum, and the gradient of the mean over all rows that count.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of these rows.</param>
    /// <param name="start">Which row of all is their first.</param>
    /// <param name="gradients">Receives the gradient.</param>
    /// <param name="before">The sum over the rows before.</param>
    /// <param name="counted">How many rows count in all.</param>
    double SumAndGradient(IPartLoss loss, BatchSpan outputs, int start, BatchSpan gradients, double before, int counted);
}
