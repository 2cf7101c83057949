namespace NetGen.Experiments.Measuring;

/// <summary>The memory that training a network with Adam takes, in bytes, as its compiler planned it.</summary>
/// <param name="Network">The name of the network.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Gradients">Their gradients.</param>
/// <param name="Moments">Adam's two moments of each.</param>
/// <param name="Activations">What a batch leaves for the backward pass.</param>
internal sealed record TrainingMemory(string Network, long Parameters, long Gradients, long Moments, long Activations)
{
    private const double Megabyte = 1e6;

    public long Total => Parameters + Gradients + Moments + Activations;

    public static TrainingMemory Of(NetworkInfo network, int batchSize)
    {
        long slab = (long)network.Memory.Parameters * sizeof(float);
        long activations = (network.Memory.Scratch + (long)network.Memory.TrainingPerExample * batchSize) * sizeof(float);
        return new TrainingMemory(network.Name, slab, slab, 2 * slab, activations);
    }

    public static string InMegabytes(long bytes) => (bytes / Megabyte).ToString("F1", CultureInfo.InvariantCulture);

    public override string ToString() =>
        $"{Network}: {InMegabytes(Total)} MB planned, {InMegabytes(Parameters)} of parameters, {InMegabytes(Gradients)} of gradients, "
        + $"{InMegabytes(Moments)} of Adam's moments, {InMegabytes(Activations)} of activations.";
}
