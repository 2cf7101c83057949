namespace NetGen.Generator.Tests;

/// <summary>The weight of a Linear or a convolution, with a weight norm or without.</summary>
internal static class DrawnWeight
{
    public static bool IsNormed(string arguments) => arguments.Contains("WeightNorm", StringComparison.Ordinal);

    /// <summary>The weight, row by row: <c>W = g V / |V|</c> for each row, where it is normed.</summary>
    public static double[] Of(DrawnParameters parameters, string path, string arguments)
    {
        if (!IsNormed(arguments))
            return parameters[path + ".weight"];
        double[] weight = parameters[path + ".weight_v"], gain = parameters[path + ".weight_g"];
        return
        [
            .. weight.Chunk(weight.Length / gain.Length).Zip(gain, static (row, g) =>
                Vectors.Scale(g / Math.Sqrt(row.Sum(static v => v * v)), row)).SelectMany(static row => row),
        ];
    }
}
