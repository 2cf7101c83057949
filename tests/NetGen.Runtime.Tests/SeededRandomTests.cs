namespace NetGen.Runtime.Tests;

public class SeededRandomTests
{
    // Computed by another implementation of the published algorithms.
    [Theory]
    [InlineData(0, new ulong[] { 0x99EC5F36CB75F2B4, 0xBF6E1F784956452A, 0x1A5F849D4933E6E0, 0x6AA594F1262D2D2C })]
    [InlineData(42, new ulong[] { 0x15780B2E0C2EC716, 0x6104D9866D113A7E, 0xAE17533239E499A1, 0xECB8AD4703B360A1 })]
    [InlineData(-1, new ulong[] { 0x8F5520D52A7EAD08, 0xC476A018CAA1802D, 0x81DE31C0D260469E, 0xBF658D7E065F3C2F })]
    public void Sequence_is_that_of_xoshiro256_starstar_seeded_by_SplitMix64(long seed, ulong[] expected)
    {
        SeededRandom random = new(seed);
        Assert.Equal(expected, expected.Select(_ => random.NextUInt64()));
    }

    // The numbers of seed 42 are those above.
    [Theory]
    [InlineData(0, 0x15780B2E0C2EC716)]
    [InlineData(3, unchecked((long)0xECB8AD4703B360A1))]
    public void Epoch_begins_at_the_number_of_its_index(int epoch, long seed) =>
        Assert.Equal(new SeededRandom(seed).NextUInt64(), SeededRandom.OfEpoch(42, epoch).NextUInt64());

    [Fact]
    public void Epochs_are_counted_from_0() =>
        Assert.Throws<ArgumentOutOfRangeException>("epoch", static () => SeededRandom.OfEpoch(0, -1));

    [Fact]
    public void Single_is_the_upper_24_bits() => Assert.Equal((0x99EC5F36CB75F2B4 >> 40) / 16777216f, new SeededRandom(0).NextSingle());

    [Fact]
    public void Single_in_a_range_has_its_moments()
    {
        SeededRandom random = new(1);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(_ => (double)random.NextSingle(-3, 1))];

        Assert.All(values, static value => Assert.InRange(value, -3, 1));
        Assert.InRange(values.Average(), -1.02, -0.98);
        Assert.InRange(values.Average(static value => (value + 1) * (value + 1)), 16.0 / 12 - 0.02, 16.0 / 12 + 0.02);
    }

    [Theory]
    [InlineData(float.NaN, 1f, "min")]
    [InlineData(0f, float.PositiveInfinity, "max")]
    [InlineData(1f, 0f, "max")]
    public void Single_refuses_a_range_that_is_none(float min, float max, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new SeededRandom(0).NextSingle(min, max));

    [Fact]
    public void Normal_has_the_moments_of_the_normal_distribution()
    {
        SeededRandom random = new(2);
        double[] values = [.. Enumerable.Range(0, 400_000).Select(_ => random.NextNormal())];

        Assert.InRange(values.Average(), -0.01, 0.01);
        Assert.InRange(values.Average(static x => x * x), 0.99, 1.01);
        Assert.InRange(values.Average(static x => x * x * x), -0.03, 0.03);
        Assert.InRange(values.Average(static x => x * x * x * x), 2.93, 3.07);
        Assert.InRange(values.Count(static x => x > 2) / (double)values.Length, 0.0217, 0.0238);
    }

    [Fact]
    public void Int32_takes_every_value_equally_often()
    {
        SeededRandom random = new(4);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
            counts[random.NextInt32(7)]++;
        Assert.All(counts, static count => Assert.InRange(count, 9_600, 10_400));
    }

    // At 3/8 of 2³², without rejection, a third of the numbers would have two chances where the others have three.
    [Fact]
    public void Int32_is_fair_for_large_limits_too()
    {
        const int Limit = (int)(3L << 29);
        SeededRandom random = new(5);
        int below = Enumerable.Range(0, 100_000).Count(_ => random.NextInt32(Limit) % 3 == 0);
        Assert.InRange(below, 32_700, 33_960);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Int32_refuses_a_limit_below_1(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(0).NextInt32(limit));

    [Fact]
    public void Shuffle_gives_every_order_equally_often()
    {
        SeededRandom random = new(6);
        Dictionary<string, int> counts = [];
        for (int i = 0; i < 24_000; i++)
        {
            char[] letters = ['a', 'b', 'c', 'd'];
            random.Shuffle<char>(letters);
            string order = new(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, static count => Assert.InRange(count, 860, 1_140));
    }
}
