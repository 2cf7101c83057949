namespace NetGen.Experiments.Data;

/// <summary>Numbers drawn uniformly from -1 to 1.</summary>
internal static class Uniform
{
    public const double Variance = 1.0 / 3;

    public static void Fill(Span<float> values, SeededRandom random)
    {
        foreach (ref float value in values)
            value = random.NextSingle(-1, 1);
    }

    public static float[] Array(int length, SeededRandom random)
    {
        float[] values = new float[length];
        Fill(values, random);
        return values;
    }
}
