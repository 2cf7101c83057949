using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A batch of images.</summary>
/// <param name="Images">How many.</param>
/// <param name="Side">Their rows and columns.</param>
/// <param name="Channels">Their channels.</param>
public sealed record ImageBuffer(int Images, int Side, int Channels) : IWork
{
    public int Elements => Images * Side * Side * Channels;

    public override string ToString() => $"{Images} x {Side} x {Side} x {Channels}";
}
