using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// How values are distributed: their moments, and their counts in the buckets that TensorFlow's own histograms have, whose limits grow by
/// a tenth from 1e-12 on, to both sides of zero.
/// </summary>
internal sealed class Distribution
{
    private static readonly double[] limits = Limits();
    private readonly long[] counts = new long[limits.Length];

    public Distribution(in ReadOnlyTensorSpan<float> values)
    {
        foreach (ReadOnlySpan<float> row in new TensorRows(values))
        {
            foreach (float value in row)
            {
                if (!float.IsFinite(value))
                    continue;
                Count++;
                Sum += value;
                SumOfSquares += (double)value * value;
                Least = Math.Min(Least, value);
                Greatest = Math.Max(Greatest, value);
                int index = Array.BinarySearch(limits, value);
                // A bucket holds what is below its limit: a value that is a limit belongs to the next one.
                counts[index < 0 ? ~index : index + 1]++;
            }
        }
    }

    public long Count { get; }

    public double Sum { get; }

    public double SumOfSquares { get; }

    public double Least { get; } = double.PositiveInfinity;

    public double Greatest { get; } = double.NegativeInfinity;

    /// <summary>The upper limit and the count of each bucket from the first to the last that holds a value.</summary>
    public IEnumerable<(double Limit, long Count)> Buckets
    {
        get
        {
            int first = Array.FindIndex(counts, static count => count > 0);
            int last = Array.FindLastIndex(counts, static count => count > 0);
            // The empty bucket in front tells where the first one begins.
            for (int bucket = Math.Max(0, first - 1); first >= 0 && bucket <= last; bucket++)
                yield return (limits[bucket], counts[bucket]);
        }
    }

    private static double[] Limits()
    {
        List<double> positive = [];
        for (double limit = 1e-12; limit < 1e20; limit *= 1.1)
            positive.Add(limit);
        return [.. positive.AsEnumerable().Reverse().Select(static limit => -limit), 0, .. positive, double.MaxValue];
    }
}
