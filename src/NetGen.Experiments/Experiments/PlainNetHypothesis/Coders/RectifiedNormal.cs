using NetGen.Experiments.Data;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// Batches of rectified normal numbers, <c>max(0, n)</c> with <c>n ~ N(0, 1)</c>: a guess at what a layer behind a ReLU gets.
/// </summary>
internal sealed class RectifiedNormal(SeededRandom random) : IBatches
{
    public void Next(Span<float> batch)
    {
        foreach (ref float value in batch)
            value = (float)Math.Max(0, random.NextNormal());
    }

    public static float[] Array(int length, SeededRandom random)
    {
        float[] values = new float[length];
        new RectifiedNormal(random).Next(values);
        return values;
    }
}
