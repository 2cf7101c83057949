namespace NetGen.Generator.Tests;

/// <summary>Weight norm in double precision, by its definition (Salimans and Kingma 2016).</summary>
internal static class WeightNormReference
{
    /// <summary><c>g / |V|</c> of every output, and <c>1 / |V|</c> of every output behind those.</summary>
    public static double[] Scales(double[] weight, double[] gain, int fanIn)
    {
        double[] inverses = [.. weight.Chunk(fanIn).Select(static row => 1 / Math.Sqrt(row.Sum(static v => v * v)))];
        return [.. Vectors.Multiply(gain, inverses), .. inverses];
    }

    /// <summary><c>Σ dy ⊙ z / |V|</c>.</summary>
    public static double[] GainGradient(double[][] upstream, double[][] rows, double[] scales) =>
        Vectors.Multiply(Sum(upstream, rows), scales[(scales.Length / 2)..]);

    /// <summary><c>-g V / |V|³ Σ dy ⊙ z</c>.</summary>
    public static double[] LengthGradient(double[][] upstream, double[][] rows, double[] scales, double[] weight)
    {
        double[] gains = scales[..(scales.Length / 2)], inverses = scales[(scales.Length / 2)..];
        double[] factors = Vectors.Multiply(Vectors.Multiply(gains, Vectors.Multiply(inverses, inverses)), Sum(upstream, rows));
        return [.. weight.Select((v, i) => -factors[i * factors.Length / weight.Length] * v)];
    }

    private static double[] Sum(double[][] upstream, double[][] rows) => upstream.Zip(rows, Vectors.Multiply).Aggregate(Vectors.Add);
}
