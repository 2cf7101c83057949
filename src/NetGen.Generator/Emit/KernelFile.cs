namespace NetGen.Generator;

/// <summary>
/// Writes the kernels of one vector width. A kernel is three kinds of methods: a driver that walks over panels and tiles; a tile for each of a few
/// shapes, whose sums stay in registers while it walks along the contracted dimension; and an epilogue for a row of a tile.
/// Every output is one chain of fused multiply-adds in order, so results are the same bits for every width and tile.
/// </summary>
internal sealed class KernelFile(VectorWidth width)
{
    private readonly CodeWriter code = new();

    public string Emit(EquatableArray<Kernel> kernels)
    {
        var tiles = new TileWriter(width, code);
        var epilogues = new EpilogueWriter(width, code);
        var norms = new NormWriter(epilogues, width, code);
        var rowKernels = new RowKernelWriter(tiles, epilogues, norms, width, code);
        var weightGradients = new WeightGradientWriter(tiles, width, code);
        using (KernelEmitter.OpenFile(code, $"Kernels on vectors of {CodeWriter.Literal(width.Bits)} bits, in tiles of up to {CodeWriter.Literal(width.TileRows)} rows by two vectors."))
        using (code.Open($"internal static class {width.Class}"))
        {
            foreach (Kernel kernel in kernels)
            {
                code.Line("// " + Formula.Of(kernel));
                switch (kernel.Product)
                {
                    case Product.WeightGradient or Product.SharedWeightGradient:
                        weightGradients.Write(kernel);
                        break;
                    case Product.Linear or Product.InputGradient:
                        rowKernels.WriteProduct(kernel);
                        break;
                    default:
                        rowKernels.WriteRows(kernel);
                        break;
                }
            }

            if (kernels.Any(NormWriter.Masks))
                norms.WriteMask();
            if (kernels.Any(EpilogueWriter.UsesBits))
                epilogues.WriteBitAccess();
        }

        return code.ToString();
    }
}
