namespace NetGen.Generator.Tests;

/// <summary>The arithmetic of vectors, as in a book.</summary>
internal static class Vectors
{
    public static double[] Add(double[] a, double[] b) => [.. a.Zip(b, static (x, y) => x + y)];

    public static double[] Multiply(double[] a, double[] b) => [.. a.Zip(b, static (x, y) => x * y)];

    public static double[] Scale(double a, double[] x) => [.. x.Select(element => a * element)];

    /// <summary><c>W x</c>, with the weight <c>W</c> row by row.</summary>
    public static double[] Apply(double[] weight, double[] x) =>
        [.. weight.Chunk(x.Length).Select(row => row.Zip(x, static (w, element) => w * element).Sum())];

    /// <summary><c>(x - mean(x)) / sqrt(var(x) + ε)</c>.</summary>
    public static double[] Standardize(double[] x, double epsilon)
    {
        double mean = x.Average();
        return DivideByRootMeanSquare([.. x.Select(element => element - mean)], epsilon);
    }

    /// <summary><c>x / sqrt(mean(x²) + ε)</c>.</summary>
    public static double[] DivideByRootMeanSquare(double[] x, double epsilon) =>
        Scale(1 / Math.Sqrt(x.Average(static element => element * element) + epsilon), x);
}
