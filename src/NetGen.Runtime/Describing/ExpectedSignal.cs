namespace NetGen;

/// <summary>
/// What the theory of wide networks expects of a layer at the declared start, before any training: it holds the better, the wider the
/// layers. Infinity is what a double cannot hold; not a number, what has no meaning, such as a cosine where all is zero, or is not known.
/// </summary>
public readonly record struct ExpectedSignal
{
    /// <summary>The standard deviation of its pre-activations, over units and inputs.</summary>
    public double PreActivationDeviation { get; internal init; }

    /// <summary>The standard deviation of what it hands on, over units and inputs.</summary>
    public double StreamDeviation { get; internal init; }

    /// <summary>The share above 0 of what its activation is applied to, or else of its pre-activations; from 0 to 1.</summary>
    public double PositiveShare { get; internal init; }

    /// <summary>
    /// The cosine between what two independent inputs have become where it hands them on: 1 if nothing tells them apart any more.
    /// </summary>
    public double Cosine { get; internal init; }

    /// <summary>The norm of the gradient of the loss with respect to its pre-activations, relative to that of the last layer.</summary>
    public double GradientRatio { get; internal init; }
}
