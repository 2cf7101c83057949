namespace NetGen.Generator;

/// <summary>Writes the kernels of a <see cref="WeightGradient"/>.</summary>
internal sealed class WeightGradientWriter(WeightGradient product, Kernel kernel, KernelWriter writer)
{
    private readonly VectorWidth width = writer.Width;
    private readonly CodeWriter code = writer.Code;
    private readonly TileWriter tiles = writer.Tiles;

    private string V => width.Name;

    public void Write()
    {
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line("nint xStride = Layout.RowStride(inputs), dzStride = Layout.RowStride(outputs);");
            using (code.Open("for (int panel = 0; panel < Layout.Panels(outputs); panel++)"))
            {
                if (product.HandsOver)
                {
                    code.Line($"if (!update.Takes({TileWriter.PanelWidth} * {(product.HasBias ? "(inputs + 1)" : "inputs")}))");
                    code.Line("    continue;");
                }

                code.Line($"nint dw = weight + panel * {TileWriter.PanelWidth} * (nint)inputs;");
                tiles.OverPanel("outputs", () =>
                {
                    tiles.OverTiles("0", "inputs", "input", "outputs", kernel.Name,
                        $"ref Unsafe.Add(ref a, x + input), xStride, ref Unsafe.Add(ref a, dz + column), dzStride, rows.Batch, ref Unsafe.Add(ref g, dw + {TileWriter.PanelWidth} * input{tiles.Part})");
                });
                if (product.HasBias)
                    code.Line($"Sums.Panel(rows, dzStride, ref a, dz + panel * {TileWriter.PanelWidth}, ref g, bias + panel * {TileWriter.PanelWidth}{(product.Shared ? ", add: true" : "")});");
                if (product.HandsOver)
                    code.Line($"update.Finished(dw, {TileWriter.PanelWidth} * inputs);");
                if (product.HasBias && product.HandsOver)
                    code.Line($"update.Finished(bias + panel * {TileWriter.PanelWidth}, {TileWriter.PanelWidth});");
            }
        }

        code.Line();
        foreach (Tile tile in tiles.Tiles)
            WriteTile(tile);
    }

    private void WriteTile(Tile tile)
    {
        code.Line(KernelWriter.Optimized);
        using (code.Open($"private static void {kernel.Name}{tile.Suffix}(ref float x0, nint xStride, ref float dz, nint dzStride, int rows, ref float dw)"))
        {
            for (int row = 0; row < tile.Rows; row++)
                code.Line($"{width.Type} {string.Join(", ", tile.Sums(row).Select((sum, vector) => $"{sum} = {Start(row * Layout.PanelWidth + vector * width.Floats)}"))};");
            using (code.Open("for (int row = 0; row < rows; row++)"))
            {
                code.Line($"{width.Type} {string.Join(", ", tile.Sums(0).Select((_, vector) => $"d{vector} = {V}.LoadUnsafe(ref dz{(vector == 0 ? "" : ", " + CodeWriter.Literal(width.Floats))})"))};");
                tiles.MultiplyAdd(tile, static row => row == 0 ? "x0" : $"Unsafe.Add(ref x0, {row})", "d");
                code.Line("x0 = ref Unsafe.Add(ref x0, xStride);");
                code.Line("dz = ref Unsafe.Add(ref dz, dzStride);");
            }

            for (int row = 0; row < tile.Rows; row++)
                code.Line(string.Join(" ", tile.Sums(row).Select((sum, vector) => $"{sum}.StoreUnsafe(ref dw, {row * Layout.PanelWidth + vector * width.Floats});")));
        }

        code.Line();
    }

    private string Start(int at) =>
        product.Shared ? $"{V}.LoadUnsafe(ref dw, {CodeWriter.Literal(at)})" : width.Zero;
}
