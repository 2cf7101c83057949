namespace NetGen;

/// <summary>A loss: how far outputs are from targets. Implement it as a struct: training steps are compiled for each.</summary>
public interface ILoss
{
    /// <summary>The sum over rows and columns that the mean loss is made of; divide by rows times width.</summary>
    /// <param name="outputs">The network's outputs, <c>[rows, width]</c>.</param>
    /// <param name="targets">What they should be, <c>[rows, width]</c>, row by row without gaps.</param>
    /// <returns>The loss, summed.</returns>
    double Sum(BatchSpan outputs, ReadOnlySpan<float> targets);

    /// <summary>The same sum, and the gradient of the mean loss with respect to every output.</summary>
    /// <param name="outputs">The network's outputs, <c>[rows, width]</c>.</param>
    /// <param name="targets">What they should be, <c>[rows, width]</c>, row by row without gaps.</param>
    /// <param name="gradients">Receives the gradient, <c>[rows, width]</c>; its padding is zero and stays zero.</param>
    /// <returns>The loss, summed.</returns>
    double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients);
}
