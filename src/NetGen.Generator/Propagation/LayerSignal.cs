namespace NetGen.Generator.Propagation;

/// <summary>
/// What is expected of a layer at the declared start, in the limit of infinite width. Infinity is what a double cannot hold; not a
/// number, what has no meaning.
/// </summary>
/// <param name="PreActivationDeviation">The standard deviation of its pre-activations, over units and inputs.</param>
/// <param name="StreamDeviation">The standard deviation of what it hands on.</param>
/// <param name="PositiveShare">The share above 0 of what its activation is applied to, or else of its pre-activations.</param>
/// <param name="Cosine">The cosine between what two independent inputs have become where it hands them on.</param>
/// <param name="GradientRatio">
/// The norm of the gradient of the loss with respect to its pre-activations, relative to that of the last layer.
/// </param>
internal readonly record struct LayerSignal(
    double PreActivationDeviation, double StreamDeviation, double PositiveShare, double Cosine, double GradientRatio);
