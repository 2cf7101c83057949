namespace NetGen.Generator.Tests;

/// <summary>What is done to positions of a sequence, by its definition.</summary>
internal static class SequenceReference
{
    /// <summary>The sine or cosine of a position in a column (Vaswani et al. 2017).</summary>
    public static double Wave(int position, int column, int width)
    {
        double angle = position / Math.Pow(10_000, column / 2 * 2.0 / width);
        return column % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
    }

    /// <summary>Queries and keys of a position, turned (Su et al. 2021), and its values.</summary>
    /// <param name="row">Queries, keys and values, side by side.</param>
    /// <param name="position">The position.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="turnBase">The base of the angles.</param>
    /// <param name="sign">1, or -1 to turn back.</param>
    public static double[] Turn(double[] row, int position, int heads, double turnBase, int sign)
    {
        int width = row.Length / 3, head = width / heads;
        double[] turned = [.. row];
        for (int start = 0; start < 2 * width; start += head)
        {
            for (int i = 0; i < head / 2; i++)
            {
                double angle = sign * position * Math.Pow(turnBase, -2.0 * i / head);
                (double x, double y) = (row[start + i], row[start + i + head / 2]);
                turned[start + i] = x * Math.Cos(angle) - y * Math.Sin(angle);
                turned[start + i + head / 2] = y * Math.Cos(angle) + x * Math.Sin(angle);
            }
        }

        return turned;
    }

    /// <summary><c>SiLU(a) ⊙ b</c> of the halves of a vector.</summary>
    public static double[] Gate(double[] halves)
    {
        int width = halves.Length / 2;
        return [.. Enumerable.Range(0, width).Select(i => ActivationReference.Value("SiLU", halves[i]) * halves[width + i])];
    }

    public static double[] GateGradient(double[] upstream, double[] halves)
    {
        int width = upstream.Length;
        return
        [
            .. upstream.Select((dy, i) => dy * halves[width + i] * ActivationReference.Derivative("SiLU", halves[i])),
            .. upstream.Select((dy, i) => dy * ActivationReference.Value("SiLU", halves[i])),
        ];
    }

    /// <summary>The sums of rows by a number that each has, one row of sums for each of the numbers below a count.</summary>
    public static double[] SumsBy(IEnumerable<(int Number, double[] Row)> rows, int count, int width)
    {
        double[] sums = new double[count * width];
        foreach ((int number, double[] row) in rows)
        {
            for (int i = 0; i < width; i++)
                sums[number * width + i] += row[i];
        }

        return sums;
    }
}
