namespace NetGen;

/// <summary>How well classes are predicted.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Accuracy">
/// The share of rows whose class is predicted right, from 0 to 1. The class of the greatest output is what is predicted, the first of them
/// where several are equal; where an output is not a number, nothing is.
/// </param>
public readonly record struct ClassEvaluation(float Loss, double Accuracy);
