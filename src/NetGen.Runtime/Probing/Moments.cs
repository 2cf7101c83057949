using System.Numerics.Tensors;

namespace NetGen;

/// <summary>Mean and standard deviation of a tensor.</summary>
/// <param name="Mean">The mean <c>μ = Σ x / n</c> of all its values.</param>
/// <param name="StandardDeviation">The standard deviation of the population, <c>sqrt(Σ (x - μ)² / n)</c>.</param>
public readonly record struct Moments(double Mean, double StandardDeviation)
{
    /// <summary>Not a number, before any values were seen.</summary>
    internal static readonly Moments Unseen = new(double.NaN, double.NaN);

    // Two passes in double: one pass over x and x² would lose small deviations, and single precision the squares of small gradients.
    internal static Moments Of(in ReadOnlyTensorSpan<float> values)
    {
        TensorRows rows = new(values);
        double mean = rows.Sum() / values.FlattenedLength;
        return new Moments(mean, Math.Sqrt(rows.SumOfSquares(mean) / values.FlattenedLength));
    }
}
