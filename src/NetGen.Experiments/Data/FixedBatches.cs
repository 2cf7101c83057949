namespace NetGen.Experiments.Data;

/// <summary>Batches out of a fixed set, shuffled anew for every epoch. The rest that fills no batch is left out of its epoch.</summary>
/// <param name="vectors">The set, row by row.</param>
/// <param name="width">The length of a vector.</param>
/// <param name="random">Shuffles.</param>
internal sealed class FixedBatches(float[] vectors, int width, SeededRandom random) : IBatches
{
    private readonly int[] order = [.. Enumerable.Range(0, vectors.Length / width)];
    private int next = int.MaxValue;

    public void Next(Span<float> batch)
    {
        int rows = batch.Length / width;
        if (next > order.Length - rows)
        {
            random.Shuffle(order);
            next = 0;
        }

        for (int row = 0; row < rows; row++)
            vectors.AsSpan(order[next++] * width, width).CopyTo(batch[(row * width)..]);
    }
}
