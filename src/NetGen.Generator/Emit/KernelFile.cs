namespace NetGen.Generator;

/// <summary>
/// Writes the kernels of one vector width. A kernel is three kinds of methods: a driver that walks over panels and tiles; a tile for every
/// number of rows, whose sums stay in registers while it walks along the contracted dimension; and an epilogue for a row of a tile.
/// Every output is one chain of fused multiply-adds in order, so results are the same bits for every width and tile.
/// </summary>
internal sealed class KernelFile(VectorWidth width)
{
    private const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    private readonly CodeWriter code = new();

    private string V => width.Name;

    private string Zero => width.Type + ".Zero";

    public string Emit(EquatableArray<Kernel> kernels)
    {
        using (KernelEmitter.OpenFile(code, $"Kernels on vectors of {CodeWriter.Literal(width.Bits)} bits, in tiles of up to {CodeWriter.Literal(width.TileRows)} rows by two vectors."))
        using (code.Open($"internal static class {width.Class}"))
        {
            foreach (Kernel kernel in kernels)
                Emit(kernel);
            EmitBits();
        }

        return code.ToString();
    }

    private void Emit(Kernel kernel)
    {
        code.Line("// " + Formula.Of(kernel));
        switch (kernel.Product)
        {
            case Product.Linear or Product.InputGradient:
                EmitRowDriver(kernel);
                foreach (int rows in TileRows())
                    EmitRowTile(kernel, rows);
                EmitEpilogue(kernel);
                break;

            case Product.WeightGradient:
                EmitWeightGradient(kernel);
                break;

            case Product.Elementwise:
                EmitElementwise(kernel);
                EmitEpilogue(kernel);
                break;
        }
    }

    private IEnumerable<int> TileRows() => Enumerable.Range(1, width.TileRows).Reverse();

    // The epilogue's addresses: rows of floats lie at offset + at, rows of bits at byte bitsAt behind their offset.
    private static bool UsesBits(Kernel kernel) => kernel.Epilogue.Any(IsBits);

    private static bool IsBits(EpilogueStep step) =>
        step is EpilogueStep.Activate { Keep: true, Function: PiecewiseLinear } or EpilogueStep.Backpropagate { Function: PiecewiseLinear };

    // A function that is a polynomial would be written out for every sum of a tile: it gets a pass over the stored tile instead, in the cache.
    private static bool IsPass(Kernel kernel) => kernel.Epilogue.Any(static step => step is EpilogueStep.Activate { Function: not PiecewiseLinear });

    private static string Join(params IEnumerable<string>[] parts) => string.Join(", ", parts.SelectMany(static part => part));

    private void EmitRowDriver(Kernel kernel)
    {
        bool linear = kernel.Product == Product.Linear;
        (string contracted, string columns, string source) = linear ? ("inputs", "outputs", "x") : ("outputs", "inputs", "dz");
        string[] bits = UsesBits(kernel) ? ["row * bitsStride + column / 8", "bitsStride"] : [];
        string[] bias = kernel.Bias ? ["ref Unsafe.Add(ref p, bias + column)"] : [];
        string arguments = Join(
            [$"ref a, {source} + row * sourceStride, sourceStride, {contracted}, ref w"], bias, ["row * stride + column, stride"], bits, kernel.Operands);

        code.Line(Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint sourceStride = Layout.RowStride({contracted}), stride = Layout.RowStride({columns}){(UsesBits(kernel) ? $", bitsStride = 4 * Layout.Panels({columns})" : "")};");
            using (code.Open($"for (int panel = 0; panel < Layout.Panels({columns}); panel++)"))
            {
                if (!linear)
                    code.Line("Panels.Transpose(ref Unsafe.Add(ref p, weight), inputs, outputs, panel, ref s);");
                OverPanel(() =>
                {
                    code.Line(linear
                        ? $"ref float w = ref Unsafe.Add(ref p, weight + panel * {PanelWidth} * (nint)inputs{Part});"
                        : width.Columns < Layout.PanelWidth ? $"ref float w = ref Unsafe.Add(ref s, part);" : "ref float w = ref s;");
                    OverTiles("rows", "row", kernel.Name, arguments);
                });
            }
        }

        code.Line();
    }

    private static string PanelWidth => CodeWriter.Literal(Layout.PanelWidth);

    private string Part => width.Columns < Layout.PanelWidth ? " + part" : "";

    // Narrower tiles than a panel take it in parts.
    private void OverPanel(Action body)
    {
        if (width.Columns == Layout.PanelWidth)
        {
            code.Line($"nint column = panel * {PanelWidth};");
            body();
            return;
        }

        using (code.Open($"for (nint part = 0; part < {PanelWidth}; part += {CodeWriter.Literal(width.Columns)})"))
        {
            code.Line($"nint column = panel * {PanelWidth} + part;");
            body();
        }
    }

    // Full tiles first, then one tile for what is left.
    private void OverTiles(string count, string index, string name, string arguments)
    {
        string full = CodeWriter.Literal(width.TileRows);
        code.Line($"nint {index} = 0;");
        code.Line($"for (; {index} + {full} <= {count}; {index} += {full})");
        code.Line($"    {name}{full}({arguments});");
        using (code.Open($"switch ({count} - {index})"))
        {
            foreach (int rows in TileRows().Skip(1))
                code.Line($"case {rows}: {name}{rows}({arguments}); break;");
        }
    }

    private void EmitRowTile(Kernel kernel, int rows)
    {
        string[] bits = UsesBits(kernel) ? ["nint bits, nint bitsStride"] : [];
        string[] bias = kernel.Bias ? ["ref float bias"] : [];
        string parameters = Join(
            ["ref float a, nint source, nint sourceStride, int contracted, ref float w"], bias, ["nint at, nint stride"], bits, kernel.Operands.Select(static name => "nint " + name));

        code.Line(Optimized);
        using (code.Open($"private static void {kernel.Name}{rows}({parameters})"))
        {
            for (int row = 0; row < rows; row++)
                code.Line(row == 0 ? "ref float x0 = ref Unsafe.Add(ref a, source);" : $"ref float x{row} = ref Unsafe.Add(ref x{row - 1}, sourceStride);");
            code.Line(kernel.Bias
                ? $"{width.Type} v00 = {V}.LoadUnsafe(ref bias), v01 = {V}.LoadUnsafe(ref bias, {width.Floats});"
                : $"{width.Type} v00 = {Zero}, v01 = {Zero};");
            for (int row = 1; row < rows; row++)
                code.Line($"{width.Type} v{row}0 = v00, v{row}1 = v01;");
            using (code.Open("for (nint k = 0; k < contracted; k++)"))
            {
                code.Line($"{width.Type} w0 = {V}.LoadUnsafe(ref w), w1 = {V}.LoadUnsafe(ref w, {width.Floats});");
                MultiplyAdd(rows, static row => $"Unsafe.Add(ref x{row}, k)", "w0", "w1");
                code.Line($"w = ref Unsafe.Add(ref w, {PanelWidth});");
            }

            if (IsPass(kernel))
                EpiloguePass(kernel, rows);
            else
                EpilogueInRegisters(kernel, rows);
        }

        code.Line();
    }

    private void MultiplyAdd(int rows, Func<int, string> element, string b0, string b1)
    {
        for (int row = 0; row < rows; row++)
        {
            code.Line($"{(row == 0 ? width.Type + " " : "")}x = {V}.Create({element(row)}); "
                + $"v{row}0 = {V}.FusedMultiplyAdd(x, {b0}, v{row}0); v{row}1 = {V}.FusedMultiplyAdd(x, {b1}, v{row}1);");
        }
    }

    private void EpilogueInRegisters(Kernel kernel, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            string[] bits = UsesBits(kernel) ? [Step("bits", row)] : [];
            code.Line($"{kernel.Name}Epilogue({Join([$"v{row}0, v{row}1, ref a", Step("at", row)], bits, kernel.Operands)});");
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
        string to = kernel.Operands[kernel.Operands.Count - 1];
        for (int row = 0; row < rows; row++)
            code.Line($"v{row}0.StoreUnsafe(ref Unsafe.Add(ref a, {to} + at + {row} * stride)); v{row}1.StoreUnsafe(ref Unsafe.Add(ref a, {to} + at + {row} * stride + {width.Floats}));");
        code.Line($"for (nint end = at + {rows} * stride; at < end; at += stride)");
        code.Line($"    {kernel.Name}Epilogue({Join([Load(to, 0), Load(to, 1), "ref a", "at"], kernel.Operands)});");
    }

    private string Address(string offset, int vector) =>
        $"ref Unsafe.Add(ref a, {offset} + at{(vector == 0 ? "" : " + " + CodeWriter.Literal(width.Floats))})";

    private string Load(string offset, int vector) => $"{V}.LoadUnsafe({Address(offset, vector)})";

    private void EmitEpilogue(Kernel kernel)
    {
        string[] bits = UsesBits(kernel) ? ["nint bits"] : [];
        string parameters = Join([$"{width.Type} v0, {width.Type} v1, ref float a, nint at"], bits, kernel.Operands.Select(static name => "nint " + name));
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (code.Open($"private static void {kernel.Name}Epilogue({parameters})"))
        {
            int operand = 0;
            foreach (EpilogueStep step in kernel.Epilogue)
                EmitStep(step, step.Operand is null ? "" : kernel.Operands[operand++]);
        }

        code.Line();
    }

    private void EmitStep(EpilogueStep step, string operand)
    {
        string simd = $"Simd{CodeWriter.Literal(width.Bits)}, {width.Type}";
        switch (step)
        {
            case EpilogueStep.Activate { Function: PiecewiseLinear { NegativeSlope: var slope }, Keep: var keep }:
                code.Line($"{width.Type} off0 = {V}.LessThanOrEqual(v0, {Zero}), off1 = {V}.LessThanOrEqual(v1, {Zero});");
                if (keep)
                    code.Line($"WriteBits(ref a, {operand}, bits, off0, off1);");
                SelectBySign(slope);
                break;

            case EpilogueStep.Activate { Function.RuntimeType: var function, Keep: true }:
                for (int vector = 0; vector < 2; vector++)
                {
                    code.Line($"v{vector} = {function}.ValueAndDerivative<{simd}>(v{vector}, out {width.Type} d{vector});");
                    code.Line($"d{vector}.StoreUnsafe({Address(operand, vector)});");
                }

                break;

            case EpilogueStep.Activate { Function.RuntimeType: var function }:
                for (int vector = 0; vector < 2; vector++)
                    code.Line($"v{vector} = {function}.Value<{simd}>(v{vector});");
                break;

            case EpilogueStep.Backpropagate { Function: PiecewiseLinear { NegativeSlope: var slope } }:
                code.Line($"({width.Type} off0, {width.Type} off1) = ReadBits(ref a, {operand}, bits);");
                SelectBySign(slope);
                break;

            case EpilogueStep.Backpropagate:
                ForBoth(vector => $"v{vector} *= {Load(operand, vector)};");
                break;

            case EpilogueStep.AddOperand:
                ForBoth(vector => $"v{vector} += {Load(operand, vector)};");
                break;

            case EpilogueStep.Store:
                ForBoth(vector => $"v{vector}.StoreUnsafe({Address(operand, vector)});");
                break;
        }

        // A select rather than a maximum: it keeps NaN visible and is the same on all hardware.
        void SelectBySign(float slope) => ForBoth(vector =>
            $"v{vector} = {V}.ConditionalSelect(off{vector}, {(slope == 0 ? Zero : $"{CodeWriter.Literal(slope)} * v{vector}")}, v{vector});");
    }

    private void ForBoth(Func<int, string> line)
    {
        code.Line(line(0));
        code.Line(line(1));
    }

    private void EmitElementwise(Kernel kernel)
    {
        code.Line(Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint stride = Layout.RowStride(width){(UsesBits(kernel) ? ", bitsStride = 4 * Layout.Panels(width)" : "")};");
            using (code.Open("for (nint row = 0; row < rows; row++)"))
            using (code.Open($"for (nint column = 0; column < {PanelWidth} * Layout.Panels(width); column += {CodeWriter.Literal(width.Columns)})"))
            {
                string[] bits = UsesBits(kernel) ? ["row * bitsStride + column / 8"] : [];
                code.Line("nint at = row * stride + column;");
                code.Line($"{kernel.Name}Epilogue({Join([Load("from", 0), Load("from", 1), "ref a", "at"], bits, kernel.Operands)});");
            }
        }

        code.Line();
    }

    private void EmitWeightGradient(Kernel kernel)
    {
        code.Line(Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line("nint xStride = Layout.RowStride(inputs), dzStride = Layout.RowStride(outputs);");
            using (code.Open("for (int panel = 0; panel < Layout.Panels(outputs); panel++)"))
            {
                code.Line($"nint dw = weight + panel * {PanelWidth} * (nint)inputs;");
                OverPanel(() =>
                {
                    OverTiles("inputs", "input", kernel.Name,
                        $"ref Unsafe.Add(ref a, x + input), xStride, ref Unsafe.Add(ref a, dz + column), dzStride, rows, ref Unsafe.Add(ref g, dw + {PanelWidth} * input{Part})");
                    if (kernel.Bias)
                        code.Line($"{kernel.Name}Bias(ref Unsafe.Add(ref a, dz + column), dzStride, rows, ref Unsafe.Add(ref g, bias + column));");
                });
                code.Line($"update.Finished(dw, {PanelWidth} * inputs);");
            }

            if (kernel.Bias)
                code.Line($"update.Finished(bias, {PanelWidth} * Layout.Panels(outputs));");
        }

        code.Line();
        foreach (int rows in TileRows())
            EmitWeightGradientTile(kernel, rows);
        if (kernel.Bias)
            EmitBiasGradient(kernel);
    }

    private void EmitWeightGradientTile(Kernel kernel, int rows)
    {
        code.Line(Optimized);
        using (code.Open($"private static void {kernel.Name}{rows}(ref float x0, nint xStride, ref float dz, nint dzStride, int rows, ref float dw)"))
        {
            for (int row = 0; row < rows; row++)
                code.Line($"{width.Type} v{row}0 = {Zero}, v{row}1 = {Zero};");
            using (code.Open("for (int row = 0; row < rows; row++)"))
            {
                code.Line($"{width.Type} d0 = {V}.LoadUnsafe(ref dz), d1 = {V}.LoadUnsafe(ref dz, {width.Floats});");
                MultiplyAdd(rows, static row => row == 0 ? "x0" : $"Unsafe.Add(ref x0, {row})", "d0", "d1");
                code.Line("x0 = ref Unsafe.Add(ref x0, xStride);");
                code.Line("dz = ref Unsafe.Add(ref dz, dzStride);");
            }

            for (int row = 0; row < rows; row++)
            {
                int at = row * Layout.PanelWidth;
                code.Line($"v{row}0.StoreUnsafe(ref dw, {at}); v{row}1.StoreUnsafe(ref dw, {at + width.Floats});");
            }
        }

        code.Line();
    }

    private void EmitBiasGradient(Kernel kernel)
    {
        code.Line(Optimized);
        using (code.Open($"private static void {kernel.Name}Bias(ref float dz, nint dzStride, int rows, ref float db)"))
        {
            code.Line($"{width.Type} v0 = {Zero}, v1 = {Zero};");
            using (code.Open("for (int row = 0; row < rows; row++)"))
            {
                code.Line($"v0 += {V}.LoadUnsafe(ref dz);");
                code.Line($"v1 += {V}.LoadUnsafe(ref dz, {width.Floats});");
                code.Line("dz = ref Unsafe.Add(ref dz, dzStride);");
            }

            code.Line("v0.StoreUnsafe(ref db);");
            code.Line($"v1.StoreUnsafe(ref db, {width.Floats});");
        }

        code.Line();
    }

    // A piecewise linear activation keeps one bit for every element: set where its argument was not positive.
    private void EmitBits()
    {
        string lanes = string.Join(", ", Enumerable.Range(0, width.Floats).Select(static lane => "1u << " + CodeWriter.Literal(lane)));
        code.Lines($$"""
            // A bit for every column: 32-bit words for panels, row by row; a tile of this width has {{width.Columns}} of them.
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static void WriteBits(ref float a, nint words, nint at, {{width.Type}} off0, {{width.Type}} off1)
            {
                uint bits = (uint){{V}}.ExtractMostSignificantBits(off0) | (uint){{V}}.ExtractMostSignificantBits(off1) << {{width.Floats}};
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref a, words)), at), ({{width.BitsType}})bits);
            }

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static ({{width.Type}} Off0, {{width.Type}} Off1) ReadBits(ref float a, nint words, nint at)
            {
                uint bits = Unsafe.ReadUnaligned<{{width.BitsType}}>(ref Unsafe.Add(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref a, words)), at));
                Vector{{width.Bits}}<uint> lanes = {{V}}.Create({{lanes}});
                return (
                    {{V}}.Equals({{V}}.Create(bits) & lanes, lanes).AsSingle(),
                    {{V}}.Equals({{V}}.Create(bits >> {{width.Floats}}) & lanes, lanes).AsSingle());
            }
            """);
    }
}
