namespace NetGen;

/// <summary>Starting values of weights.</summary>
internal static class WeightInit
{
    /// <summary>Fills a weight.</summary>
    /// <param name="weight">The weight, <c>[out, in]</c> row by row.</param>
    /// <param name="outputs">Its number of rows, <c>fan_out</c>.</param>
    /// <param name="inputs">Its number of columns, <c>fan_in</c>.</param>
    /// <param name="init">How it starts.</param>
    /// <param name="scale">The factor on every value.</param>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="diagonal">Which diagonal <see cref="Init.Identity"/> puts its ones on, 0 for the main one.</param>
    public static void Fill(Span<float> weight, int outputs, int inputs, Init init, float scale, SeededRandom random, int diagonal = 0)
    {
        switch (init)
        {
            case Init.KaimingNormal:
                FillNormal(weight, scale * Math.Sqrt(2.0 / inputs), random);
                break;
            case Init.KaimingUniform:
                FillUniform(weight, scale * Math.Sqrt(6.0 / inputs), random);
                break;
            case Init.XavierNormal:
                FillNormal(weight, scale * Math.Sqrt(2.0 / ((double)inputs + outputs)), random);
                break;
            case Init.XavierUniform:
                FillUniform(weight, scale * Math.Sqrt(6.0 / ((double)inputs + outputs)), random);
                break;
            case Init.LeCunNormal:
                FillNormal(weight, scale * Math.Sqrt(1.0 / inputs), random);
                break;
            case Init.Orthogonal:
                FillOrthogonal(weight, outputs, inputs, scale, random);
                break;
            case Init.Identity:
                FillIdentity(weight, outputs, inputs, scale, diagonal);
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

    private static void FillIdentity(Span<float> weight, int outputs, int inputs, float scale, int diagonal)
    {
        weight.Clear();
        for (int row = 0; row < Math.Min(outputs, inputs - diagonal); row++)
            weight[row * inputs + row + diagonal] = scale;
    }
}
