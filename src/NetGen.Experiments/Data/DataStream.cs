namespace NetGen.Experiments.Data;

/// <summary>
/// The streams that all data of a seed come from: all networks and set-ups see the same. Weights come from the stream of the seed itself,
/// so data take streams of negative numbers, which no seed has.
/// </summary>
internal static class DataStream
{
    public static SeededRandom Of(int seed) => new(SeedOf(seed));

    /// <summary>The seed of that stream, for what makes its own.</summary>
    public static long SeedOf(int seed) => -1L - seed;

    /// <summary>The stream for the training of a coder before the layers that use it.</summary>
    public static SeededRandom OfCoder(int seed) => new((-1L << 32) - seed);

    /// <summary>The stream for noise: in gradients, or in what a coder gets.</summary>
    public static SeededRandom OfNoise(int seed) => new((-1L << 34) - seed);

    /// <summary>The stream for examining a coder.</summary>
    public static SeededRandom UnseenByCoder(int seed) => new((-1L << 33) - seed);
}
