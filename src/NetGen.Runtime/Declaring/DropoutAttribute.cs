namespace NetGen;

/// <summary>
/// Dropout (Srivastava et al. 2014): in training every element is zero with probability <c>p</c>, else divided by <c>1 - p</c>; in a
/// prediction it does not change its input. The trainer's seed and its step count decide which elements.
/// </summary>
/// <param name="probability">The probability <c>p</c>, at least 0, below 1.</param>
public sealed class DropoutAttribute(double probability) : LayerAttribute
{
    /// <summary>The probability that an element is zero.</summary>
    public double Probability { get; } = probability;
}
