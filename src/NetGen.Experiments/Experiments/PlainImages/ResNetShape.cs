namespace NetGen.Experiments.PlainImages;

/// <summary>
/// The shape of a residual network for small images (He et al. 2016): three stages, each half as high and wide as the one before and with
/// twice as many channels, of as many layers of two convolutions.
/// </summary>
/// <param name="Depth">Its convolutions and its last Linear: 2 more than a multiple of 6.</param>
/// <param name="Width">The channels of its first stage.</param>
/// <param name="StemStride">How far apart the first convolution looks: 2 makes images half as high and wide before the first stage.</param>
internal sealed record ResNetShape(int Depth, int Width, int StemStride)
{
    public const int Stages = 3;

    /// <summary>How many layers of two convolutions each stage has.</summary>
    public int LayersOfStage => (Depth - 2) / (2 * Stages);

    /// <summary>The channels of a stage, from 0.</summary>
    public int Channels(int stage) => Width << stage;
}
