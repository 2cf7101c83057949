namespace NetGen.Experiments.Data;

/// <summary>Batches of vectors that were never there before.</summary>
internal sealed class FreshBatches(SeededRandom random) : IBatches
{
    public void Next(Span<float> batch) => Uniform.Fill(batch, random);
}
