namespace NetGen.Runtime.Tests;

/// <summary>Seeded inputs and targets.</summary>
internal static class Numbers
{
    public static float[] Uniform(int count, int seed)
    {
        Random random = new(seed);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = 2 * random.NextSingle() - 1;
        return values;
    }
}
