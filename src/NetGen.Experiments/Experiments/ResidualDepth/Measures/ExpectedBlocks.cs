namespace NetGen.Experiments.ResidualDepth;

/// <summary>
/// What the compiler expects of the blocks of a network at its declared start, by the theory of wide networks. Blocks are counted from 1.
/// </summary>
internal sealed class ExpectedBlocks(NetworkInfo network)
{
    private readonly IReadOnlyList<BlockLayout> blocks = BlockLayout.Of(network);

    /// <summary>
    /// By which factor dL/dz of a block's first Linear changes from a block to the one before it, as a geometric mean over all of them.
    /// </summary>
    public double GradientFactor => Math.Pow(GradientRatio(1), 1.0 / (blocks.Count - 1));

    /// <summary>The spread over inputs of what comes into a block: what two inputs do not have in common.</summary>
    public double InputSpread(int block) => Math.Sqrt(1 - Layer(blocks[block - 1].LayerBefore).Cosine);

    /// <summary>The norm of dL/dz of a block's first Linear, over the same of the last block.</summary>
    public double GradientRatio(int block) =>
        Layer(blocks[block - 1].FirstLayer).GradientRatio / Layer(blocks[^1].FirstLayer).GradientRatio;

    private ExpectedSignal Layer(int index) => network.Layers[index].Expected;
}
