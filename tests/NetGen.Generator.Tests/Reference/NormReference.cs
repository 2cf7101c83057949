namespace NetGen.Generator.Tests;

/// <summary>Norms of a row in double precision, by their definitions.</summary>
internal static class NormReference
{
    public static double InverseDeviation(double[] row, bool centered, double epsilon)
    {
        double mean = centered ? row.Average() : 0;
        return 1 / Math.Sqrt(row.Average(x => (x - mean) * (x - mean)) + epsilon);
    }

    public static double[] Normalize(double[] row, bool centered, double epsilon)
    {
        double mean = centered ? row.Average() : 0, inverse = InverseDeviation(row, centered, epsilon);
        return [.. row.Select(x => (x - mean) * inverse)];
    }

    /// <summary>By the Jacobian <c>∂x̂_j/∂x_i = r (δ_ij - x̂_i x̂_j / n)</c>, less <c>r / n</c> where centered.</summary>
    public static double[] Gradient(double[] upstream, double[] normalized, double inverse, bool centered)
    {
        int n = upstream.Length;
        return [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j =>
            upstream[j] * inverse * ((i == j ? 1 : 0) - normalized[i] * normalized[j] / n - (centered ? 1.0 / n : 0))))];
    }
}
