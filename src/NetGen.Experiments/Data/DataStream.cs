namespace NetGen.Experiments.Data;

/// <summary>
/// The stream that all data of a seed come from: all networks and set-ups see the same. Weights come from the stream of the seed itself, so data take
/// that of a negative number: no seed has it.
/// </summary>
internal static class DataStream
{
    public static SeededRandom Of(int seed) => new(-1L - seed);
}
