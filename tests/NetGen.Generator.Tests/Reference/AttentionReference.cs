namespace NetGen.Generator.Tests;

/// <summary>Attention by its definition (Vaswani et al. 2017), in double precision, an example at a time.</summary>
/// <param name="rows">Queries, keys and values of each position, side by side.</param>
/// <param name="heads">The number of heads.</param>
/// <param name="causal">Whether a position attends to none behind it.</param>
/// <param name="keys">How many positions are attended to.</param>
internal sealed class AttentionReference(double[][] rows, int heads, bool causal, int keys)
{
    private readonly int width = rows[0].Length / 3;

    private int HeadWidth => width / heads;

    /// <summary>The softmax of every head, query by query.</summary>
    public double[][][] Weights() =>
        [.. Enumerable.Range(0, heads).Select(head => rows.Select((_, query) => Softmax(head, query)).ToArray())];

    /// <summary>What is found, position by position.</summary>
    public double[][] Result()
    {
        double[][][] weights = Weights();
        return [.. rows.Select((_, query) => Enumerable.Range(0, width)
            .Select(column => Enumerable.Range(0, rows.Length)
                .Sum(key => weights[column / HeadWidth][query][key] * rows[key][2 * width + column]))
            .ToArray())];
    }

    /// <summary>The gradient with respect to queries, keys and values, by the chain rule of every product and quotient.</summary>
    /// <param name="upstream">The gradient with respect to the result.</param>
    /// <param name="weights">The softmax.</param>
    public double[][] Gradient(double[][] upstream, double[][][] weights)
    {
        double[][] gradient = [.. rows.Select(static row => new double[row.Length])];
        for (int head = 0; head < heads; head++)
        {
            int start = head * HeadWidth;
            for (int query = 0; query < rows.Length; query++)
            {
                double[] p = weights[head][query];
                double[] dp = [.. rows.Select(row => Dot(upstream[query], start, row, 2 * width + start))];
                double mean = p.Zip(dp, static (a, b) => a * b).Sum();
                for (int key = 0; key < rows.Length; key++)
                {
                    double ds = p[key] * (dp[key] - mean) / Math.Sqrt(HeadWidth);
                    for (int column = start; column < start + HeadWidth; column++)
                    {
                        gradient[query][column] += ds * rows[key][width + column];
                        gradient[key][width + column] += ds * rows[query][column];
                        gradient[key][2 * width + column] += p[key] * upstream[query][column];
                    }
                }
            }
        }

        return gradient;
    }

    private double[] Softmax(int head, int query)
    {
        int seen = causal ? Math.Min(keys, query + 1) : keys;
        double[] scores = [.. rows[..seen].Select(row =>
            Dot(rows[query], head * HeadWidth, row, width + head * HeadWidth) / Math.Sqrt(HeadWidth))];
        double[] powers = [.. scores.Select(score => Math.Exp(score - scores.Max()))];
        return [.. powers.Select(power => power / powers.Sum()), .. new double[rows.Length - seen]];
    }

    private double Dot(double[] a, int aStart, double[] b, int bStart) =>
        Enumerable.Range(0, HeadWidth).Sum(i => a[aStart + i] * b[bStart + i]);
}
