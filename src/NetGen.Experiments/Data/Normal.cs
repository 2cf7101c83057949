namespace NetGen.Experiments.Data;

/// <summary>Numbers drawn from a normal distribution of mean 0.</summary>
internal static class Normal
{
    public static float[] Array(int length, float deviation, SeededRandom random)
    {
        float[] values = new float[length];
        foreach (ref float value in values.AsSpan())
            value = (float)(deviation * random.NextNormal());
        return values;
    }
}
