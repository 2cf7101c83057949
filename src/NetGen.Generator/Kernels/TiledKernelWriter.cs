namespace NetGen.Generator;

/// <summary>Writes the kernels of a <see cref="TiledProduct"/>.</summary>
internal sealed class TiledKernelWriter(TiledProduct product, Kernel kernel, KernelWriter writer)
{
    // In each step along a panel: eight tiles of eight rows then go through the next panel once.
    private const int FloatsAhead = Layout.PanelWidth / 8;

    private readonly VectorWidth width = writer.Width;
    private readonly CodeWriter code = writer.Code;
    private readonly TileWriter tiles = writer.Tiles;
    private readonly EpilogueWriter epilogues = writer.Epilogues;

    // For what tiles of four and more rows leave.
    private static IEnumerable<Tile> WideTiles => [new Tile(2, Vectors: 4), new Tile(1, Vectors: 4)];

    private string V => width.Name;

    private bool HasBias => product.Weights.Count > 1;

    public void Write()
    {
        WriteDriver();
        foreach (Tile tile in product.TakesFewRowsWide ? tiles.Tiles.Concat(WideTiles) : tiles.Tiles)
            WriteTile(tile);
        epilogues.Write(kernel);
    }

    private void WriteDriver()
    {
        (string contracted, string columns, string source) = (product.Contracted, product.Columns, product.Source);
        string[] bits = kernel.UsesBits ? ["row * bitsStride + column / 8", "bitsStride"] : [];
        string[] bias = HasBias ? ["ref Unsafe.Add(ref p, bias + column)"] : [];
        string arguments = TileWriter.Join(
            EpilogueWriter.SlabArgument(kernel), [$"ref a, {source} + row * sourceStride, sourceStride, {contracted}, ref w"], bias, ["row * stride + column, stride"], bits, EpilogueWriter.Arguments(kernel, "column"));

        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint sourceStride = Layout.RowStride({contracted}), stride = Layout.RowStride({columns}){(kernel.UsesBits ? $", bitsStride = 4 * Layout.Panels({columns})" : "")};");
            using (code.Open($"for (int panel = 0; panel < Layout.Panels({columns}); panel++)"))
            {
                if (product.PanelHead is string head)
                    code.Line(head);
                tiles.OverPanel(columns, () =>
                {
                    code.Line($"ref float w = {product.PanelOrigin(tiles.Part)};");
                    tiles.OverTiles("rows.First", "rows.End", "row", columns, kernel.Name, arguments, onlyFull: Prefetches(new Tile(width.TileRows)) ? ", row" : "", least: product.TakesFewRowsWide ? 4 : 1);
                });
            }

            if (product.TakesFewRowsWide)
                WriteFewRows(kernel.Name, arguments);
        }

        code.Line();
    }

    private void WriteFewRows(string name, string arguments)
    {
        string full = CodeWriter.Literal(width.TileRows);
        string columns = CodeWriter.Literal(width.Columns);
        code.Line();
        code.Line("// The last rows, fewer than four, take twice the columns at once.");
        code.Line($"nint few = rows.End - (rows.End - rows.First) % {full} % 4;");
        using (code.Open($"for (nint column = 0; few < rows.End && column < outputs; column += {CodeWriter.Literal(2 * width.Columns)})"))
        {
            code.Line("nint row = few;");
            string panel = 2 * width.Columns < Layout.PanelWidth ? $"column / {TileWriter.PanelWidth} * {TileWriter.PanelWidth} * inputs{tiles.Part}" : "column * inputs";
            code.Line($"ref float w = ref Unsafe.Add(ref p, weight + {panel});");
            using (code.Open($"if (outputs - column > {columns})"))
            {
                tiles.Rest(new Tile(2, Vectors: 4), "rows.End", "row", name, arguments, last: false);
                tiles.Rest(new Tile(1, Vectors: 4), "rows.End", "row", name, arguments, last: true);
            }

            using (code.Open("else"))
            {
                tiles.Rest(new Tile(2), "rows.End", "row", name, arguments, last: false);
                tiles.Rest(new Tile(1), "rows.End", "row", name, arguments, last: true);
            }
        }
    }

    private void WriteTile(Tile tile)
    {
        string[] bits = kernel.UsesBits ? ["nint bits, nint bitsStride"] : [];
        string[] bias = HasBias ? ["ref float bias"] : [];
        string parameters = TileWriter.Join(
            EpilogueWriter.SlabParameter(kernel), ["ref float a, nint source, nint sourceStride, int contracted, ref float w"], bias, ["nint at, nint stride"], bits, EpilogueWriter.Parameters(kernel), Prefetches(tile) ? ["nint row"] : []);

        code.Line(KernelWriter.Optimized);
        using (code.Open($"private static void {kernel.Name}{tile.Suffix}({parameters})"))
        {
            for (int row = 0; row < tile.Rows; row++)
                code.Line(row == 0 ? "ref float x0 = ref Unsafe.Add(ref a, source);" : $"ref float x{row} = ref Unsafe.Add(ref x{row - 1}, sourceStride);");
            if (Prefetches(tile))
            {
                code.Line("// The next panel, of which each of eight tiles brings its share into the cache.");
                code.Line($"nint ahead = ({TileWriter.PanelWidth} + row % 64 / 2) * contracted;");
            }

            if (CrossesPanels(tile))
                code.Line($"nint next = {TileWriter.PanelWidth} * (nint)contracted;");
            code.Line($"{width.Type} {string.Join(", ", tile.Sums(0).Select((sum, vector) => $"{sum} = {(HasBias ? Load("bias", vector) : width.Zero)}"))};");
            for (int row = 1; row < tile.Rows; row++)
                code.Line($"{width.Type} {string.Join(", ", tile.Sums(row).Zip(tile.Sums(0), static (sum, first) => $"{sum} = {first}"))};");
            using (code.Open("for (nint k = 0; k < contracted; k++)"))
            {
                code.Line($"{width.Type} {string.Join(", ", Enumerable.Range(0, tile.Vectors).Select(vector => $"w{vector} = {LoadWeight(tile, vector)}"))};");
                tiles.MultiplyAdd(tile, static row => $"Unsafe.Add(ref x{row}, k)", "w");
                if (Prefetches(tile))
                    code.Line($"Prefetch.Line(ref w, ahead - {CodeWriter.Literal(Layout.PanelWidth - FloatsAhead)} * k);");
                code.Line($"w = ref Unsafe.Add(ref w, {TileWriter.PanelWidth});");
            }

            if (EpilogueWriter.IsPass(kernel))
                EpiloguePass(tile);
            else
                EpilogueInRegisters(tile);
        }

        code.Line();
    }

    // Smaller tiles have no load to spare in a step, and narrower vectors take longer for a panel than it takes to arrive.
    private bool Prefetches(Tile tile) =>
        product.Prefetches && tile == new Tile(width.TileRows) && width.Columns == Layout.PanelWidth;

    private bool CrossesPanels(Tile tile) => tile.Vectors * width.Floats > Layout.PanelWidth;

    private string LoadWeight(Tile tile, int vector) => vector < 2 || !CrossesPanels(tile)
        ? Load("w", vector)
        : $"{V}.LoadUnsafe(ref Unsafe.Add(ref w, next{(vector == 2 ? "" : " + " + CodeWriter.Literal(width.Floats))}))";

    private string Load(string origin, int vector) => $"{V}.LoadUnsafe(ref {origin}{(vector == 0 ? "" : ", " + CodeWriter.Literal(vector * width.Floats))})";

    private void EpilogueInRegisters(Tile tile)
    {
        for (int row = 0; row < tile.Rows; row++)
        {
            for (int vector = 0; vector < tile.Vectors; vector += 2)
            {
                int column = vector * width.Floats;
                string second = tile.Vectors == 1 ? width.Zero : $"v{row}{vector + 1}";
                Epilogue(
                    $"v{row}{vector}", second, Step("at", "stride", row) + Plus(column), Step("bits", "bitsStride", row) + Plus(column / 8),
                    column == 0 ? null : CodeWriter.Literal(column));
            }
        }

        static string Step(string offset, string stride, int row) => row switch
        {
            0 => offset,
            1 => $"{offset} + {stride}",
            _ => $"{offset} + {row} * {stride}",
        };
    }

    private void EpiloguePass(Tile tile)
    {
        string to = kernel.Operands[kernel.Operands.Count - 1].Name;
        for (int row = 0; row < tile.Rows; row++)
        {
            IEnumerable<string> sums = tile.Vectors == 1 ? tile.Sums(row).Append(width.Zero) : tile.Sums(row);
            code.Line(string.Join(" ", sums.Select((sum, vector) => $"{sum}.StoreUnsafe(ref Unsafe.Add(ref a, {to} + at + {row} * stride{Plus(vector * width.Floats)}));")));
        }

        using (code.Open($"for (nint end = at + {tile.Rows} * stride; at < end; at += stride{(kernel.UsesBits ? ", bits += bitsStride" : "")})"))
        {
            if (tile.Vectors == 4)
            {
                using (code.Open($"for (nint column = 0; column < {CodeWriter.Literal(2 * width.Columns)}; column += {CodeWriter.Literal(width.Columns)})"))
                    Epilogue(epilogues.Load(to + " + column", 0), epilogues.Load(to + " + column", 1), "at + column", "bits + column / 8", "column");
            }
            else
            {
                Epilogue(epilogues.Load(to, 0), epilogues.Load(to, 1), "at", "bits");
            }
        }
    }

    private void Epilogue(string first, string second, string at, string bits, string? column = null)
    {
        string[] ofBits = kernel.UsesBits ? [bits] : [];
        code.Line($"{kernel.Name}Epilogue({TileWriter.Join(
            [first, second], EpilogueWriter.SlabArgument(kernel), ["ref a", at], ofBits, EpilogueWriter.Arguments(kernel, column))});");
    }

    private static string Plus(int offset) => offset == 0 ? "" : " + " + CodeWriter.Literal(offset);
}
