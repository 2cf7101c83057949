namespace NetGen.Generator;

/// <summary>Writes kernels whose results are rows of the batch: the forward product, the gradient of its input, and elementwise work alone.</summary>
internal sealed class RowKernelWriter(TileWriter tiles, EpilogueWriter epilogues, NormWriter norms, VectorWidth width, CodeWriter code)
{
    private string V => width.Name;

    public void WriteProduct(Kernel kernel)
    {
        WriteDriver(kernel);
        foreach (int rows in tiles.Rows)
            WriteTile(kernel, rows);
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
                tiles.OverPanel(() =>
                {
                    code.Line(linear
                        ? $"ref float w = ref Unsafe.Add(ref p, weight + panel * {TileWriter.PanelWidth} * (nint)inputs{tiles.Part});"
                        : width.Columns < Layout.PanelWidth ? $"ref float w = ref Unsafe.Add(ref s, part);" : "ref float w = ref s;");
                    tiles.OverTiles("rows.First", "rows.End", "row", kernel.Name, arguments);
                });
            }
        }

        code.Line();
    }

    private void WriteTile(Kernel kernel, int rows)
    {
        string[] bits = EpilogueWriter.UsesBits(kernel) ? ["nint bits, nint bitsStride"] : [];
        string[] bias = kernel.Bias ? ["ref float bias"] : [];
        string parameters = TileWriter.Join(
            EpilogueWriter.SlabParameter(kernel), ["ref float a, nint source, nint sourceStride, int contracted, ref float w"], bias, ["nint at, nint stride"], bits, EpilogueWriter.Parameters(kernel));

        code.Line(TileWriter.Optimized);
        using (code.Open($"private static void {kernel.Name}{rows}({parameters})"))
        {
            for (int row = 0; row < rows; row++)
                code.Line(row == 0 ? "ref float x0 = ref Unsafe.Add(ref a, source);" : $"ref float x{row} = ref Unsafe.Add(ref x{row - 1}, sourceStride);");
            code.Line(kernel.Bias
                ? $"{width.Type} v00 = {V}.LoadUnsafe(ref bias), v01 = {V}.LoadUnsafe(ref bias, {width.Floats});"
                : $"{width.Type} v00 = {width.Zero}, v01 = {width.Zero};");
            for (int row = 1; row < rows; row++)
                code.Line($"{width.Type} v{row}0 = v00, v{row}1 = v01;");
            using (code.Open("for (nint k = 0; k < contracted; k++)"))
            {
                code.Line($"{width.Type} w0 = {V}.LoadUnsafe(ref w), w1 = {V}.LoadUnsafe(ref w, {width.Floats});");
                tiles.MultiplyAdd(rows, static row => $"Unsafe.Add(ref x{row}, k)", "w0", "w1");
                code.Line($"w = ref Unsafe.Add(ref w, {TileWriter.PanelWidth});");
            }

            if (EpilogueWriter.IsPass(kernel))
                EpiloguePass(kernel, rows);
            else
                EpilogueInRegisters(kernel, rows);
        }

        code.Line();
    }

    private void EpilogueInRegisters(Kernel kernel, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            string[] bits = EpilogueWriter.UsesBits(kernel) ? [Step("bits", row)] : [];
            code.Line($"{kernel.Name}Epilogue({TileWriter.Join([$"v{row}0, v{row}1"], EpilogueWriter.SlabArgument(kernel), ["ref a", Step("at", row)], bits, EpilogueWriter.Arguments(kernel))});");
        }

        static string Step(string offset, int row) => row switch
        {
            0 => offset,
            1 => $"{offset} + {(offset == "at" ? "stride" : "bitsStride")}",
            _ => $"{offset} + {row} * {(offset == "at" ? "stride" : "bitsStride")}",
        };
    }

    private void EpiloguePass(Kernel kernel, int rows)
    {
        string to = kernel.Operands[kernel.Operands.Count - 1].Name;
        for (int row = 0; row < rows; row++)
            code.Line($"v{row}0.StoreUnsafe(ref Unsafe.Add(ref a, {to} + at + {row} * stride)); v{row}1.StoreUnsafe(ref Unsafe.Add(ref a, {to} + at + {row} * stride + {width.Floats}));");
        string[] bits = EpilogueWriter.UsesBits(kernel) ? ["bits"] : [];
        code.Line($"for (nint end = at + {rows} * stride; at < end; at += stride{(bits.Length > 0 ? ", bits += bitsStride" : "")})");
        code.Line($"    {kernel.Name}Epilogue({TileWriter.Join([epilogues.Load(to, 0), epilogues.Load(to, 1)], EpilogueWriter.SlabArgument(kernel), ["ref a, at"], bits, EpilogueWriter.Arguments(kernel))});");
    }
}
