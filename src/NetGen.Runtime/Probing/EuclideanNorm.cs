using System.Numerics.Tensors;

namespace NetGen;

/// <summary>The length of a tensor as one vector, <c>sqrt(Σ x²)</c>.</summary>
internal static class EuclideanNorm
{
    // In double: gradients of 1e-19 are of interest, and their squares are below what a float holds in full precision.
    public static double Of(in ReadOnlyTensorSpan<float> values) => Math.Sqrt(new TensorRows(values).SumOfSquares());
}
