namespace NetGen.Experiments.Data;

/// <summary>Numbers drawn uniformly from -1 to 1.</summary>
internal static class Uniform
{
    public static void Fill(Span<float> values, Random random)
    {
        foreach (ref float value in values)
            value = 2 * random.NextSingle() - 1;
    }

    public static float[] Array(int length, Random random)
    {
        float[] values = new float[length];
        Fill(values, random);
        return values;
    }
}
