namespace NetGen.Generator.Propagation;

/// <summary>
/// Numbers that come one after the other, Gaussian and correlated, as what is new in each and multiples of what was new in those before:
/// the factors of <c>L D Lᵀ</c> of their covariances, row by row.
/// </summary>
internal sealed class Innovations
{
    private readonly List<double[]> rows = [];
    private readonly List<double> variances = [];

    /// <summary>The variance of what is new in the last one.</summary>
    public double Variance => variances[variances.Count - 1];

    /// <summary>Adds a number.</summary>
    /// <param name="variance">Its variance.</param>
    /// <param name="covariances">Its covariances with all before it.</param>
    /// <returns>The multiples of what was new in each of them.</returns>
    public IReadOnlyList<double> Add(double variance, IReadOnlyList<double> covariances)
    {
        double[] row = new double[covariances.Count];
        double known = 0;
        for (int j = 0; j < row.Length; j++)
        {
            double left = covariances[j];
            for (int i = 0; i < j; i++)
                left -= row[i] * rows[j][i] * variances[i];
            row[j] = variances[j] > 0 ? left / variances[j] : 0;
            known += row[j] * row[j] * variances[j];
        }

        // Covariances from drawn units may say more than there is: then nothing is new.
        if (known > variance)
            row = [.. row.Select(multiple => multiple * Math.Sqrt(variance / known))];
        rows.Add(row);
        variances.Add(Math.Max(0, variance - known));
        return row;
    }
}
