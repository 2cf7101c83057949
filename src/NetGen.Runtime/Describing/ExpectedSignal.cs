namespace NetGen;

/// <summary>
/// What the theory of wide networks expects of a layer at the declared start, before any training; the wider the layers, the closer it is.
/// A value beyond the greatest double is infinite; one without meaning, such as a cosine where all values are zero, is not a number.
/// </summary>
/// <param name="PreActivationDeviation">The standard deviation of its pre-activations, over units and inputs.</param>
/// <param name="StreamDeviation">The standard deviation of what it hands on, over units and inputs.</param>
/// <param name="PositiveShare">The share above 0 of what its activation is applied to, or else of its pre-activations; from 0 to 1.</param>
/// <param name="Cosine">
/// The cosine between what two independent inputs have become where it hands them on: 1 if they cannot be told apart any more.
/// </param>
/// <param name="GradientRatio">
/// The norm of the gradient of the loss with respect to its pre-activations, relative to the same norm at the last layer.
/// </param>
public readonly record struct ExpectedSignal(
    double PreActivationDeviation, double StreamDeviation, double PositiveShare, double Cosine, double GradientRatio);
