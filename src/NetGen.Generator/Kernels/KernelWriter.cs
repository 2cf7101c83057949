namespace NetGen.Generator;

/// <summary>
/// Where the kernels of one vector width are written. A kernel is three kinds of methods: a driver that walks over panels and tiles; a tile for each of a few
/// shapes, whose sums stay in registers while it walks along the contracted dimension; and an epilogue for a row of a tile.
/// Every output is one chain of fused multiply-adds in order, so results are the same bits for every width and tile.
/// </summary>
internal sealed class KernelWriter(VectorWidth width, CodeWriter code)
{
    public const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    public VectorWidth Width => width;

    public CodeWriter Code => code;

    /// <summary>The walk over panels and tiles.</summary>
    public TileWriter Tiles { get; } = new(width, code);

    /// <summary>What is fused behind a product.</summary>
    public EpilogueWriter Epilogues { get; } = new(width, code);

    /// <summary>Writes the kernels of a file.</summary>
    public void Write(EquatableArray<Kernel> kernels)
    {
        foreach (Kernel kernel in kernels)
        {
            code.Line("// " + Formula.Of(kernel));
            kernel.Product.Write(this, kernel);
        }

        if (kernels.Any(static kernel => kernel.Product.MasksPadding))
            RowProduct.WriteMask(this);
        if (kernels.Any(static kernel => kernel.UsesBits))
            Epilogues.WriteBitAccess();
    }
}
