namespace NetGen;

/// <summary>What the outputs of a batch are to be, in a form that a loss reads.</summary>
internal interface ITargets<TLoss>
    where TLoss : struct, ILoss
{
    /// <summary>Checks the targets, before anything has changed.</summary>
    /// <param name="network">What they are targets of.</param>
    /// <param name="examples">How many examples there are.</param>
    /// <exception cref="ArgumentException">There are not as many targets, or one is wrong.</exception>
    void Require(NetworkInfo network, int examples);

    /// <summary>The sum of a loss over some of the rows, in an evaluation.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of these rows.</param>
    /// <param name="start">Which row of all is their first.</param>
    double Sum(TLoss loss, BatchSpan outputs, int start);

    /// <summary>The sum of a loss over all rows, and its gradient.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of all rows.</param>
    /// <param name="gradients">Receives the gradient.</param>
    double SumAndGradient(TLoss loss, BatchSpan outputs, BatchSpan gradients);
}
