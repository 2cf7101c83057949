using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>Writes the kernels of a <see cref="WeightGradient"/>.</summary>
internal sealed class WeightGradientWriter(WeightGradient product, Kernel kernel, KernelWriter writer)
{
    private readonly CodeWriter code = writer.Code;
    private readonly TileWriter tiles = writer.Tiles;
    private readonly PanelRunWriter panels = new(product, writer.Code);

    public void Write()
    {
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint xStride = {(product.Packed ? "inputs" : "Layout.RowStride(inputs)")}, dzStride = Layout.RowStride(outputs);");
            panels.Write("inputs", "1", "rows", WriteSums);
        }

        code.Line();
        foreach (Tile tile in TileWriter.All)
            WriteTile(tile);
    }

    private void WriteSums()
    {
        using (code.Open("for (int first = 0, count; first < rows.Batch; first += count)"))
        {
            code.Line("count = Strip.From(first, rows.Batch, inputs);");
            code.Line($"bool isFirst = {product.IsFirst("first == 0")};");
            using (panels.OpenOwnPanels())
            using (tiles.OpenPanel("outputs"))
                WriteStrip();
        }
    }

    private void WriteStrip()
    {
        code.Line("ref float seen = ref Unsafe.Add(ref a, x + first * xStride);");
        code.Line("ref float d = ref Unsafe.Add(ref a, dz + first * dzStride + column);");
        string dw = $"weight + panel * (nint){PanelRunWriter.PanelLength} + {TileWriter.PartOfPanel}";
        code.Line($"ref float w = ref Unsafe.Add(ref g, {dw});");
        tiles.OverTiles(
            "0", "inputs", "input", "outputs", kernel.Name,
            "ref Unsafe.Add(ref seen, input), xStride, ref d, dzStride, count, "
            + $"ref Unsafe.Add(ref w, {TileWriter.PanelWidth} * input), isFirst");
    }

    private void WriteTile(Tile tile)
    {
        code.Line(KernelWriter.Optimized);
        const string Parameters = "ref float x0, nint xStride, ref float dz, nint dzStride, int rows, ref float dw, bool isFirst";
        using (code.Open($"private static void {kernel.Name}{tile.Suffix}({Parameters})"))
        {
            code.Line(TileWriter.Second);
            for (int row = 0; row < tile.Rows; row++)
                code.Line($"TVector {string.Join(", ", tile.Sums(row).Select(static sum => sum + " = default"))};");
            using (code.Open("if (!isFirst)"))
            {
                for (int row = 0; row < tile.Rows; row++)
                    code.Statements([.. tile.Sums(row).Select((sum, vector) => $"{sum} = TSimd.Load({Gradient(row, vector)});")]);
            }

            using (code.Open("for (int row = 0; row < rows; row++)"))
            {
                IEnumerable<string> gradients = tile.Sums(0).Select(static (_, vector) => $"d{vector} = {TileWriter.Load("dz", vector)}");
                code.Line($"TVector x, {string.Join(", ", gradients)};");
                tiles.MultiplyAdd(tile, static row => row == 0 ? "x0" : $"Unsafe.Add(ref x0, {Numbers.Literal(row)})", "d");
                code.Line("x0 = ref Unsafe.Add(ref x0, xStride);");
                code.Line("dz = ref Unsafe.Add(ref dz, dzStride);");
            }

            for (int row = 0; row < tile.Rows; row++)
                code.Statements([.. tile.Sums(row).Select((sum, vector) => $"TSimd.Store({sum}, {Gradient(row, vector)});")]);
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
