namespace NetGen.Benchmarks;

internal static class Inputs
{
    /// <summary>Numbers from U(-1, 1), the same in every run.</summary>
    public static float[] Uniform(int count)
    {
        var random = new SeededRandom(1);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = random.NextSingle(-1, 1);
        return values;
    }
}
