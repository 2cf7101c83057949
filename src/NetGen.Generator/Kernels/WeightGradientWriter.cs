using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>Writes the kernels of a <see cref="WeightGradient"/>.</summary>
internal sealed class WeightGradientWriter(WeightGradient product, Kernel kernel, KernelWriter writer)
{
    private readonly CodeWriter code = writer.Code;
    private readonly TileWriter tiles = writer.Tiles;

    public void Write()
    {
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint xStride = {(product.Packed ? "inputs" : "Layout.RowStride(inputs)")}, dzStride = Layout.RowStride(outputs);");
            using (code.Open("for (int panel = 0; panel < Layout.Panels(outputs); panel++)"))
            {
                if (product.HandsOver)
                {
                    code.Line($"if (!update.Takes({TileWriter.PanelWidth} * {(product.HasBias ? "(inputs + 1)" : "inputs")}))");
                    code.Line("    continue;");
                }

                code.Line($"nint dw = weight + panel * {TileWriter.PanelWidth} * (nint)inputs;");
                using (tiles.OpenPanel("outputs"))
                {
                    code.Line("ref float d = ref Unsafe.Add(ref a, dz + column);");
                    code.Line($"ref float w = ref Unsafe.Add(ref g, dw + {TileWriter.PartOfPanel});");
                    tiles.OverTiles(
                        "0", "inputs", "input", "outputs", kernel.Name,
                        "ref Unsafe.Add(ref a, x + input), xStride, ref d, dzStride, rows.Batch, "
                        + $"ref Unsafe.Add(ref w, {TileWriter.PanelWidth} * input)");
                }

                if (product.HasBias)
                {
                    string add = product.Shared ? ", add: true" : "";
                    code.Line($"Sums.Panel(rows, outputs, panel, ref a, dz, ref g, bias{add});");
                }

                if (product.HandsOver)
                    code.Line($"update.Finished(dw, {TileWriter.PanelWidth} * inputs);");
                if (product.HasBias && product.HandsOver)
                    code.Line($"update.Finished(bias + panel * {TileWriter.PanelWidth}, {TileWriter.PanelWidth});");
            }
        }

        code.Line();
        foreach (Tile tile in TileWriter.All)
            WriteTile(tile);
    }

    private void WriteTile(Tile tile)
    {
        code.Line(KernelWriter.Optimized);
        const string Parameters = "ref float x0, nint xStride, ref float dz, nint dzStride, int rows, ref float dw";
        using (code.Open($"private static void {kernel.Name}{tile.Suffix}({Parameters})"))
        {
            code.Line(TileWriter.Second);
            for (int row = 0; row < tile.Rows; row++)
                code.Line($"TVector {string.Join(", ", tile.Sums(row).Select((sum, vector) => $"{sum} = {Start(row, vector)}"))};");
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

    private string Start(int row, int vector) => product.Shared ? $"TSimd.Load({Gradient(row, vector)})" : "default";

    private static string Gradient(int row, int vector) => (row, vector) switch
    {
        (0, _) => "ref " + TileWriter.At("dw", vector),
        (_, 0) => $"ref Unsafe.Add(ref dw, {Numbers.Literal(row * Layout.PanelWidth)})",
        _ => $"ref Unsafe.Add(ref dw, {Numbers.Literal(row * Layout.PanelWidth)} + second)",
    };
}
