namespace NetGen.Generator.Tests;

/// <summary>A norm over groups: every group of every example, as a row, is what a norm of rows is over.</summary>
internal static class GroupNormReference
{
    /// <param name="examples">The numbers of examples, position by position.</param>
    /// <param name="positions">How many positions an example has.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="epsilon">What keeps the division finite.</param>
    /// <param name="count">How many examples.</param>
    public static double[] Normalize(double[] examples, int positions, int groups, double epsilon, int count = 1) => Back(
        [.. Rows(examples, positions, groups, count).Select(row => NormReference.Normalize(row, centered: true, epsilon))],
        positions, groups);

    public static double[] InverseDeviations(double[] examples, int positions, int groups, double epsilon, int count) =>
        [.. Rows(examples, positions, groups, count).Select(row => NormReference.InverseDeviation(row, centered: true, epsilon))];

    public static double[] Gradient(double[] upstream, double[] normalized, double[] inverses, int positions, int groups)
    {
        int count = inverses.Length / groups;
        IEnumerable<double[]> rows = Rows(upstream, positions, groups, count)
            .Zip(Rows(normalized, positions, groups, count), inverses)
            .Select(static row => Gradient(row.First, row.Second, row.Third));
        return Back([.. rows], positions, groups);
    }

    // r (dx̂ - mean(dx̂) - x̂ mean(dx̂ ⊙ x̂)): as by the Jacobian, in time for long rows.
    private static double[] Gradient(double[] upstream, double[] normalized, double inverse)
    {
        double mean = upstream.Average(), share = upstream.Zip(normalized, static (dy, y) => dy * y).Average();
        return [.. upstream.Zip(normalized, (dy, y) => inverse * (dy - mean - y * share))];
    }

    // Example by example and group by group, its numbers position by position.
    private static IEnumerable<double[]> Rows(double[] examples, int positions, int groups, int count)
    {
        int size = examples.Length / (count * positions * groups);
        return
            from example in examples.Chunk(examples.Length / count)
            from start in Enumerable.Range(0, groups).Select(index => index * size)
            select example.Chunk(groups * size).SelectMany(row => row[start..(start + size)]).ToArray();
    }

    private static double[] Back(double[][] rows, int positions, int groups) =>
    [
        .. from example in rows.Chunk(groups)
           from position in Enumerable.Range(0, positions)
           from row in example
           from number in row.Skip(position * (row.Length / positions)).Take(row.Length / positions)
           select number,
    ];
}
