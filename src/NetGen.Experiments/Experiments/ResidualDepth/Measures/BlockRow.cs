namespace NetGen.Experiments.ResidualDepth;

/// <summary>A block of a network, over a batch.</summary>
/// <param name="Index">Its number, from 1.</param>
/// <param name="InputSpread">
/// How much of what comes into it tells examples apart: the standard deviation over examples of each unit, as a root mean square over
/// units, divided by the root mean square of all. 1 where examples have nothing in common, 0 where they are equal.
/// </param>
/// <param name="GradientNorm">The Frobenius norm of the gradient of its first weight.</param>
/// <param name="PreActivationGradientNorm">
/// The Frobenius norm of the gradient with respect to what its first Linear makes, <c>dL/dz</c>.
/// </param>
internal sealed record BlockRow(int Index, double InputSpread, double GradientNorm, double PreActivationGradientNorm);
