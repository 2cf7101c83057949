namespace NetGen;

/// <summary>The losses that training can minimise.</summary>
public static class Loss
{
    /// <summary>The mean over rows and columns of the squared difference between output and target.</summary>
    public static MeanSquaredError MeanSquaredError => default;

    /// <summary>The mean over rows and columns of the absolute difference between output and target.</summary>
    public static MeanAbsoluteError MeanAbsoluteError => default;

    /// <summary>
    /// The mean over rows of the cross-entropy between the softmax of the outputs and targets that are probabilities of classes, or labels.
    /// <c>Loss.SoftmaxCrossEntropy with { LabelSmoothing = 0.1f }</c> smooths them.
    /// </summary>
    public static SoftmaxCrossEntropy SoftmaxCrossEntropy => default;

    /// <summary>
    /// The mean over rows and columns of the cross-entropy between the logistic function of an output and a target from 0 to 1.
    /// </summary>
    public static BinaryCrossEntropyWithLogits BinaryCrossEntropyWithLogits => default;

    /// <summary>The mean over rows and columns of a loss that is squared near the target and absolute far from it.</summary>
    /// <param name="delta">The distance at which it turns, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is out of its range.</exception>
    public static Huber Huber(float delta = 1f) => new(delta);
}
