namespace NetGen.Experiments.Data;

/// <summary>Batches of normal numbers of mean 0 and deviation 1.</summary>
internal sealed class NormalBatches(SeededRandom random) : IBatches
{
    public void Next(Span<float> batch)
    {
        foreach (ref float value in batch)
            value = (float)random.NextNormal();
    }
}
