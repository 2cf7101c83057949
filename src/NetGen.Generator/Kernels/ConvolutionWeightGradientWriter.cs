using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Writes the kernels of a <see cref="ConvolutionWeightGradient"/>. A tile holds the sums of neighbouring inputs of a row of the window,
/// and goes over some of the pixels that have been copied; its sums then go on from there, and from image to image.
/// </summary>
internal sealed class ConvolutionWeightGradientWriter(ConvolutionWeightGradient product, Kernel kernel, KernelWriter writer)
{
    // On 512 bits a narrow row is one vector.
    private static readonly Tile[] Whole = [Tile.Half, new(4, Vectors: 1)], Halved = [Tile.Full, new(4)];

    // Narrower vectors have registers for twelve sums.
    private static readonly Tile[] Narrow = [Tile.Narrow, new(3)];

    private readonly CodeWriter code = writer.Code;
    private readonly TileWriter tiles = writer.Tiles;
    private readonly PanelRunWriter panels = new(product, writer.Code);
    private readonly TurnedGradientWriter turned = new(product, kernel, writer);

    public void Write()
    {
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            string xStride = product.Packed ? "inputs" : "Layout.RowStride(inputs)";
            code.Line("Correlation images = Correlation.WeightGradient(window, inputs, outputs);");
            code.Line("CorrelationPhase phase = images.Phase(0);");
            code.Line("int contracted = window.Kernel * inputs;");
            code.Line($"nint xStride = {xStride}, dzStride = Layout.RowStride(outputs);");
            code.Line("// A vector of 512 bits is a narrow row.");
            code.Line("bool isNarrow = TSimd.Count == 16 && Layout.IsNarrow(outputs);");
            code.Line("bool isTurned = isNarrow && TurnedGradient.Is(outputs, contracted);");
            code.Line("ImageCopies.Prepare(images, ref s);");
            code.Line("ref int sources = ref ImageCopies.Table(ref s, phase.Table);");
            panels.Write("contracted", "window.Kernel", "rows.Times(images.Targets)", WriteSums);
        }

        code.Line();
        foreach (Tile tile in Whole.Concat(Halved).Concat(Narrow))
            WriteTile(tile);
        turned.WriteTiles();
    }

    private void WriteSums()
    {
        turned.WriteStart();
        using (code.Open("for (int image = 0, together; own.First < own.End && image < rows.Batch; image += together)"))
        {
            code.Line("together = images.ImagesFrom(image, rows.Batch);");
            code.Line("ImageCopies.Copy(images, image, together, ref a, x, xStride, ref s);");
            using (code.Open("for (int first = 0, pixels; first < together * phase.Targets; first += pixels)"))
            {
                code.Line("pixels = Strip.From(first, together * phase.Targets, inputs);");
                code.Line($"bool isFirst = {product.IsFirst("image + first == 0")};");
                using (code.Open("if (isTurned)"))
                {
                    turned.WriteStrip();
                    code.Line("continue;");
                }

                using (panels.OpenOwnPanels())
                using (tiles.OpenPanel("outputs"))
                {
                    code.Line("nint pixel = image * (nint)images.Targets + first;");
                    code.Line("ref float d = ref Unsafe.Add(ref a, dz + pixel * dzStride + column);");
                    using (code.Open("for (int row = own.FirstPart(panel); row < own.EndPart(panel); row++)"))
                        WriteKernelRow();
                }
            }
        }

        turned.WriteEnd();
    }

    private void WriteKernelRow()
    {
        code.Line("ref float seen = ref Unsafe.Add(ref s, images.Copy + row * images.RowLength);");
        string dw = $"weight + panel * (nint){PanelRunWriter.PanelLength} + {TileWriter.PanelWidth} * row * (nint)contracted";
        code.Line($"ref float w = ref Unsafe.Add(ref g, {dw} + {TileWriter.PartOfPanel});");
        code.Line("int input = 0;");
        using (code.Open("if (isNarrow)"))
            OverInputs(Whole);
        using (code.Open("else if (TSimd.Count == 16)"))
            OverInputs(Halved);
        using (code.Open("else"))
            OverInputs(Narrow);
    }

    // Full tiles, then one that is as great as what is left, or greater: it stores less.
    private void OverInputs(Tile[] sizes)
    {
        foreach (Tile tile in sizes)
        {
            string rows = Numbers.Literal(tile.Rows);
            if (tile == sizes[sizes.Length - 1])
            {
                code.Line($"for (; input < contracted; input += {rows})");
                code.Line("    " + CallOf(tile, "contracted - input"));
            }
            else
            {
                code.Line($"for (; input + {rows} <= contracted; input += {rows})");
                code.Line("    " + CallOf(tile, rows));
            }
        }
    }

    private string CallOf(Tile tile, string count) =>
        $"{kernel.Name}{tile.Suffix}(ref Unsafe.Add(ref seen, input), ref Unsafe.Add(ref sources, first), pixels, ref d, dzStride, "
        + $"ref Unsafe.Add(ref w, {TileWriter.PanelWidth} * input), isFirst, {count});";

    private void WriteTile(Tile tile)
    {
        code.Line(KernelWriter.Optimized);
        const string Parameters =
            "ref float seen, ref int sources, int pixels, ref float dz, nint dzStride, ref float dw, bool isFirst, int count";
        using (code.Open($"private static void {kernel.Name}{tile.Suffix}({Parameters})"))
        {
            code.Line(TileWriter.Second);
            for (int row = 0; row < tile.Rows; row++)
                code.Line($"TVector {string.Join(", ", tile.Sums(row).Select(static sum => sum + " = default"))};");
            using (code.Open("if (!isFirst)"))
            {
                for (int row = 0; row < tile.Rows; row++)
                    tiles.OfRow(row, [.. tile.Sums(row).Select((sum, vector) => $"{sum} = TSimd.Load({Gradient(row, vector)});")]);
            }

            using (code.Open("for (int pixel = 0; pixel < pixels; pixel++)"))
            {
                IEnumerable<string> gradients = tile.Sums(0).Select(static (_, vector) => $"d{vector} = {TileWriter.Load("dz", vector)}");
                code.Line("ref float x0 = ref Unsafe.Add(ref seen, Unsafe.Add(ref sources, pixel));");
                code.Line($"TVector x, {string.Join(", ", gradients)};");
                tiles.MultiplyAdd(tile, static row => row == 0 ? "x0" : $"Unsafe.Add(ref x0, {Numbers.Literal(row)})", "d");
                code.Line("dz = ref Unsafe.Add(ref dz, dzStride);");
            }

            for (int row = 0; row < tile.Rows; row++)
                tiles.OfRow(row, [.. tile.Sums(row).Select((sum, vector) => $"TSimd.Store({sum}, {Gradient(row, vector)});")]);
        }

        code.Line();
    }

    private static string Gradient(int row, int vector) => (row, vector) switch
    {
        (0, _) => "ref " + TileWriter.At("dw", vector),
        (_, 0) => $"ref Unsafe.Add(ref dw, {Numbers.Literal(row * Layout.PanelWidth)})",
        _ => $"ref Unsafe.Add(ref dw, {Numbers.Literal(row * Layout.PanelWidth)} + second)",
    };
}
