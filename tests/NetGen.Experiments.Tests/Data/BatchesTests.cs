using NetGen.Experiments.Data;

namespace NetGen.Experiments.Tests.Data;

public sealed class BatchesTests
{
    [Theory]
    [InlineData(1000, 64, 15)]
    [InlineData(10, 3, 3)]
    [InlineData(10, 5, 2)]
    [InlineData(10, 10, 1)]
    public void Fixed_batches_of_an_epoch_repeat_no_vector_and_leave_out_the_rest(int vectors, int rows, int batchesOfEpoch)
    {
        float[] set = [.. Enumerable.Range(0, vectors).Select(static vector => (float)vector)];
        FixedBatches batches = new(set, width: 1, new SeededRandom(3));
        float[] batch = new float[rows];
        List<float[]> epochs = [];
        for (int epoch = 0; epoch < 2; epoch++)
        {
            List<float> seen = [];
            for (int i = 0; i < batchesOfEpoch; i++)
            {
                batches.Next(batch);
                seen.AddRange(batch);
            }

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Subset(set.ToHashSet(), seen.ToHashSet());
            epochs.Add([.. seen]);
        }

        Assert.NotEqual(epochs[0], epochs[1]);
    }

    [Fact]
    public void Fresh_batches_fill_the_range_and_do_not_repeat()
    {
        FreshBatches batches = new(new SeededRandom(3));
        float[] first = new float[4096];
        float[] second = new float[4096];
        batches.Next(first);
        batches.Next(second);
        Assert.NotEqual(first, second);
        Assert.InRange(first.Min(), -1f, -0.99f);
        Assert.InRange(first.Max(), 0.99f, 1f);
    }
}
