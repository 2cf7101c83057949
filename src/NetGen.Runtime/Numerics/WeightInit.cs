using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Starting values of weights.</summary>
internal static class WeightInit
{
    /// <summary>Fills a gain with the lengths of a weight, output by output.</summary>
    /// <param name="gain">The gain.</param>
    /// <param name="weight">The weight in the order of its shape.</param>
    public static void FillLengths(Span<float> gain, ReadOnlySpan<float> weight)
    {
        int fanIn = weight.Length / gain.Length;
        for (int output = 0; output < gain.Length; output++)
        {
            double square = 0;
            foreach (float value in weight.Slice(output * fanIn, fanIn))
                square += (double)value * value;
            gain[output] = (float)Math.Sqrt(square);
        }
    }

    /// <summary>Fills a weight.</summary>
    /// <param name="weight">The weight in the order of its shape.</param>
    /// <param name="shape">Its shape, <c>[out, in]</c> or <c>[out, in, height, width]</c>.</param>
    /// <param name="init">How it starts.</param>
    /// <param name="scale">The factor on every value.</param>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="diagonal">Which diagonal <see cref="Init.Identity"/> puts its ones on, 0 for the main one.</param>
    public static void Fill(
        Span<float> weight, ReadOnlySpan<int> shape, Init init, float scale, SeededRandom random, int diagonal = 0)
    {
        int outputs = Layout.Outputs(shape), fanIn = Layout.FanIn(shape);
        double fanOut = (double)outputs * Layout.Taps(shape);
        switch (init)
        {
            case Init.KaimingNormal:
                FillNormal(weight, scale * Math.Sqrt(2.0 / fanIn), random);
                break;
            case Init.KaimingUniform:
                FillUniform(weight, scale * Math.Sqrt(6.0 / fanIn), random);
                break;
            case Init.XavierNormal:
                FillNormal(weight, scale * Math.Sqrt(2.0 / (fanIn + fanOut)), random);
                break;
            case Init.XavierUniform:
                FillUniform(weight, scale * Math.Sqrt(6.0 / (fanIn + fanOut)), random);
                break;
            case Init.LeCunNormal:
                FillNormal(weight, scale * Math.Sqrt(1.0 / fanIn), random);
                break;
            case Init.Normal:
                FillNormal(weight, scale, random);
                break;
            case Init.Orthogonal:
                FillOrthogonal(weight, outputs, fanIn, scale, random);
                break;
            case Init.Identity:
                FillIdentity(weight, shape, scale, diagonal);
                break;
            case Init.Zeros:
                weight.Clear();
                break;
            case Init.Ones:
                weight.Fill(scale);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(init), init, $"Expected one of {string.Join(", ", Enum.GetNames<Init>())}.");
        }
    }

    private static void FillNormal(Span<float> weight, double deviation, SeededRandom random)
    {
        foreach (ref float value in weight)
            value = (float)(deviation * random.NextNormal());
    }

    private static void FillUniform(Span<float> weight, double bound, SeededRandom random)
    {
        foreach (ref float value in weight)
            value = (float)(bound * (2.0 * random.NextSingle() - 1.0));
    }

    private static void FillOrthogonal(Span<float> weight, int outputs, int inputs, float scale, SeededRandom random)
    {
        double[][] vectors = OrthonormalVectors.Draw(Math.Min(outputs, inputs), Math.Max(outputs, inputs), random);
        for (int row = 0; row < outputs; row++)
        {
            for (int column = 0; column < inputs; column++)
                weight[row * inputs + column] = (float)(scale * (outputs <= inputs ? vectors[row][column] : vectors[column][row]));
        }
    }

    private static void FillIdentity(Span<float> weight, ReadOnlySpan<int> shape, float scale, int diagonal)
    {
        weight.Clear();
        int inputs = Layout.Inputs(shape), taps = Layout.Taps(shape), centre = 0;
        for (int dimension = 2; dimension < shape.Length; dimension++)
            centre = centre * shape[dimension] + shape[dimension] / 2;
        for (int row = 0; row < Math.Min(Layout.Outputs(shape), inputs - diagonal); row++)
            weight[(row * inputs + row + diagonal) * taps + centre] = scale;
    }
}
