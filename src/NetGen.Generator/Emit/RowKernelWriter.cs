namespace NetGen.Generator;

/// <summary>Writes kernels whose results are rows of the batch: the forward product, the gradient of its input, and elementwise work alone.</summary>
internal sealed class RowKernelWriter(TileWriter tiles, EpilogueWriter epilogues, NormWriter norms, VectorWidth width, CodeWriter code)
{
    // In each step along a panel: eight tiles of eight rows then go through the next panel once.
    private const int FloatsAhead = Layout.PanelWidth / 8;

    // For what tiles of four and more rows leave.
    private static IEnumerable<Tile> WideTiles => [new Tile(2, Vectors: 4), new Tile(1, Vectors: 4)];

    private string V => width.Name;

    public void WriteProduct(Kernel kernel)
    {
        WriteDriver(kernel);
        foreach (Tile tile in tiles.Tiles)
            WriteTile(kernel, tile);
        if (kernel.Product == Product.Linear)
        {
            foreach (Tile tile in WideTiles)
                WriteTile(kernel, tile);
        }

        epilogues.Write(kernel);
    }

    /// <summary>Writes a kernel without a matrix product: norms look at a row as a whole before they go through its columns.</summary>
    public void WriteRows(Kernel kernel)
    {
        code.Line(TileWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint stride = Layout.RowStride(width){(EpilogueWriter.UsesBits(kernel) ? ", bitsStride = 4 * Layout.Panels(width)" : "")};");
            using (code.Open("for (nint row = rows.First; row < rows.End; row++)"))
            {
                norms.WriteRowHead(kernel);
                using (code.Open($"for (nint column = 0; column < {TileWriter.PanelWidth} * Layout.Panels(width); column += {CodeWriter.Literal(width.Columns)})"))
                {
                    string[] bits = EpilogueWriter.UsesBits(kernel) ? ["row * bitsStride + column / 8"] : [];
                    code.Line("nint at = row * stride + column;");
                    code.Line($"{kernel.Name}Epilogue({TileWriter.Join([norms.Value(kernel, 0), norms.Value(kernel, 1)], EpilogueWriter.SlabArgument(kernel), ["ref a, at"], bits, EpilogueWriter.Arguments(kernel, "column"))});");
                }
            }
        }

        code.Line();
        epilogues.Write(kernel);
    }

    private void WriteDriver(Kernel kernel)
    {
        bool linear = kernel.Product == Product.Linear;
        (string contracted, string columns, string source) = linear ? ("inputs", "outputs", "x") : ("outputs", "inputs", "dz");
        string[] bits = EpilogueWriter.UsesBits(kernel) ? ["row * bitsStride + column / 8", "bitsStride"] : [];
        string[] bias = kernel.Bias ? ["ref Unsafe.Add(ref p, bias + column)"] : [];
        string arguments = TileWriter.Join(
            EpilogueWriter.SlabArgument(kernel), [$"ref a, {source} + row * sourceStride, sourceStride, {contracted}, ref w"], bias, ["row * stride + column, stride"], bits, EpilogueWriter.Arguments(kernel, "column"));

        code.Line(TileWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint sourceStride = Layout.RowStride({contracted}), stride = Layout.RowStride({columns}){(EpilogueWriter.UsesBits(kernel) ? $", bitsStride = 4 * Layout.Panels({columns})" : "")};");
            using (code.Open($"for (int panel = 0; panel < Layout.Panels({columns}); panel++)"))
            {
                if (!linear)
                    code.Line("Panels.Transpose(ref Unsafe.Add(ref p, weight), inputs, outputs, panel, ref s);");
                tiles.OverPanel(columns, () =>
                {
                    code.Line(linear
                        ? $"ref float w = ref Unsafe.Add(ref p, weight + panel * {TileWriter.PanelWidth} * (nint)inputs{tiles.Part});"
                        : width.Columns < Layout.PanelWidth ? $"ref float w = ref Unsafe.Add(ref s, column % {TileWriter.PanelWidth});" : "ref float w = ref s;");
                    tiles.OverTiles("rows.First", "rows.End", "row", columns, kernel.Name, arguments, onlyFull: Prefetches(kernel, new Tile(width.TileRows)) ? ", row" : "", least: linear ? 4 : 1);
                });
            }

            if (linear)
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

    private void WriteTile(Kernel kernel, Tile tile)
    {
        string[] bits = EpilogueWriter.UsesBits(kernel) ? ["nint bits, nint bitsStride"] : [];
        string[] bias = kernel.Bias ? ["ref float bias"] : [];
        string parameters = TileWriter.Join(
            EpilogueWriter.SlabParameter(kernel), ["ref float a, nint source, nint sourceStride, int contracted, ref float w"], bias, ["nint at, nint stride"], bits, EpilogueWriter.Parameters(kernel), Prefetches(kernel, tile) ? ["nint row"] : []);

        code.Line(TileWriter.Optimized);
        using (code.Open($"private static void {kernel.Name}{tile.Suffix}({parameters})"))
        {
            for (int row = 0; row < tile.Rows; row++)
                code.Line(row == 0 ? "ref float x0 = ref Unsafe.Add(ref a, source);" : $"ref float x{row} = ref Unsafe.Add(ref x{row - 1}, sourceStride);");
            if (Prefetches(kernel, tile))
            {
                code.Line("// The next panel, of which each of eight tiles brings its share into the cache.");
                code.Line($"nint ahead = ({TileWriter.PanelWidth} + row % 64 / 2) * contracted;");
            }

            if (CrossesPanels(tile))
                code.Line($"nint next = {TileWriter.PanelWidth} * (nint)contracted;");
            code.Line($"{width.Type} {string.Join(", ", tile.Sums(0).Select((sum, vector) => $"{sum} = {(kernel.Bias ? Load("bias", vector) : width.Zero)}"))};");
            for (int row = 1; row < tile.Rows; row++)
                code.Line($"{width.Type} {string.Join(", ", tile.Sums(row).Zip(tile.Sums(0), static (sum, first) => $"{sum} = {first}"))};");
            using (code.Open("for (nint k = 0; k < contracted; k++)"))
            {
                code.Line($"{width.Type} {string.Join(", ", Enumerable.Range(0, tile.Vectors).Select(vector => $"w{vector} = {LoadWeight(tile, vector)}"))};");
                tiles.MultiplyAdd(tile, static row => $"Unsafe.Add(ref x{row}, k)", "w");
                if (Prefetches(kernel, tile))
                    code.Line($"Prefetch.Line(ref w, ahead - {CodeWriter.Literal(Layout.PanelWidth - FloatsAhead)} * k);");
                code.Line($"w = ref Unsafe.Add(ref w, {TileWriter.PanelWidth});");
            }

            if (EpilogueWriter.IsPass(kernel))
                EpiloguePass(kernel, tile);
            else
                EpilogueInRegisters(kernel, tile);
        }

        code.Line();
    }

    // Smaller tiles have no load to spare in a step, and narrower vectors take longer for a panel than it takes to arrive.
    private bool Prefetches(Kernel kernel, Tile tile) =>
        kernel.Product == Product.Linear && tile == new Tile(width.TileRows) && width.Columns == Layout.PanelWidth;

    private bool CrossesPanels(Tile tile) => tile.Vectors * width.Floats > Layout.PanelWidth;

    private string LoadWeight(Tile tile, int vector) => vector < 2 || !CrossesPanels(tile)
        ? Load("w", vector)
        : $"{V}.LoadUnsafe(ref Unsafe.Add(ref w, next{(vector == 2 ? "" : " + " + CodeWriter.Literal(width.Floats))}))";

    private string Load(string origin, int vector) => $"{V}.LoadUnsafe(ref {origin}{(vector == 0 ? "" : ", " + CodeWriter.Literal(vector * width.Floats))})";

    private void EpilogueInRegisters(Kernel kernel, Tile tile)
    {
        for (int row = 0; row < tile.Rows; row++)
        {
            for (int vector = 0; vector < tile.Vectors; vector += 2)
            {
                int column = vector * width.Floats;
                string second = tile.Vectors == 1 ? width.Zero : $"v{row}{vector + 1}";
                Epilogue(
                    kernel, $"v{row}{vector}", second, Step("at", "stride", row) + Plus(column), Step("bits", "bitsStride", row) + Plus(column / 8),
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

    private void EpiloguePass(Kernel kernel, Tile tile)
    {
        string to = kernel.Operands[kernel.Operands.Count - 1].Name;
        for (int row = 0; row < tile.Rows; row++)
        {
            IEnumerable<string> sums = tile.Vectors == 1 ? tile.Sums(row).Append(width.Zero) : tile.Sums(row);
            code.Line(string.Join(" ", sums.Select((sum, vector) => $"{sum}.StoreUnsafe(ref Unsafe.Add(ref a, {to} + at + {row} * stride{Plus(vector * width.Floats)}));")));
        }

        using (code.Open($"for (nint end = at + {tile.Rows} * stride; at < end; at += stride{(EpilogueWriter.UsesBits(kernel) ? ", bits += bitsStride" : "")})"))
        {
            if (tile.Vectors == 4)
            {
                using (code.Open($"for (nint column = 0; column < {CodeWriter.Literal(2 * width.Columns)}; column += {CodeWriter.Literal(width.Columns)})"))
                    Epilogue(kernel, epilogues.Load(to + " + column", 0), epilogues.Load(to + " + column", 1), "at + column", "bits + column / 8", "column");
            }
            else
            {
                Epilogue(kernel, epilogues.Load(to, 0), epilogues.Load(to, 1), "at", "bits");
            }
        }
    }

    private void Epilogue(Kernel kernel, string first, string second, string at, string bits, string? column = null)
    {
        string[] ofBits = EpilogueWriter.UsesBits(kernel) ? [bits] : [];
        code.Line($"{kernel.Name}Epilogue({TileWriter.Join(
            [first, second], EpilogueWriter.SlabArgument(kernel), ["ref a", at], ofBits, EpilogueWriter.Arguments(kernel, column))});");
    }

    private static string Plus(int offset) => offset == 0 ? "" : " + " + CodeWriter.Literal(offset);
}
