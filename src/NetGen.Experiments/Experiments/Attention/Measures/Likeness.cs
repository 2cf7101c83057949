using System.Numerics.Tensors;

namespace NetGen.Experiments.Attention;

/// <summary>
/// How alike the positions of an example are: the mean cosine between two of them, 1 where all point the same way. With unit vectors
/// <c>u</c>, <c>Σ u_i·u_j = |Σ u|²</c>, so no pair has to be looked at.
/// </summary>
internal static class Likeness
{
    /// <param name="rows">Vectors, position by position of one example after the other: <c>[examples · positions, width]</c>.</param>
    /// <param name="positions">How many positions an example has.</param>
    /// <returns>The mean over examples; not a number where there are no pairs.</returns>
    public static double Of(in ReadOnlyTensorSpan<float> rows, int positions)
    {
        if (positions < 2)
            return double.NaN;

        int width = (int)rows.Lengths[1];
        float[] values = new float[rows.FlattenedLength];
        rows.FlattenTo(values);
        int examples = values.Length / (positions * width);
        double likeness = 0;
        double[] sum = new double[width];
        for (int example = 0; example < examples; example++)
        {
            Array.Clear(sum);
            for (int position = 0; position < positions; position++)
                Add(values.AsSpan((example * positions + position) * width, width), sum);
            likeness += (TensorPrimitives.SumOfSquares<double>(sum) - positions) / (positions * (positions - 1.0));
        }

        return likeness / examples;
    }

    private static void Add(ReadOnlySpan<float> vector, double[] sum)
    {
        double squares = 0;
        foreach (float value in vector)
            squares += (double)value * value;
        double norm = Math.Sqrt(squares);
        for (int column = 0; column < sum.Length; column++)
            sum[column] += norm == 0 ? 0 : vector[column] / norm;
    }
}
