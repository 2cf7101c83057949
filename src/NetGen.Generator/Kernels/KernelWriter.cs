using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Where kernels are written, once for all vector widths. A kernel is three kinds of methods: a driver that walks over panels and tiles; a
/// tile for each of a few shapes, whose sums stay in registers while it walks along the contracted dimension; and an epilogue for a row of
/// a tile. Every output is one chain of fused multiply-adds in order, so results are the same bits for every width and tile.
/// </summary>
internal sealed class KernelWriter(CodeWriter code)
{
    public const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    public CodeWriter Code => code;

    /// <summary>The walk over panels and tiles.</summary>
    public TileWriter Tiles { get; } = new(code);

    /// <summary>What is fused behind a product.</summary>
    public EpilogueWriter Epilogues { get; } = new(code);

    /// <summary>Writes a kernel.</summary>
    public void Write(Kernel kernel)
    {
        code.Line("// " + Formula.Of(kernel));
        kernel.Product.Write(this, kernel);
    }
}
