namespace NetGen.Generator;

/// <summary>
/// Writes what is fused behind a product, for a row of a tile: two vectors of sums. Rows of floats lie at an operand's offset plus <c>at</c>,
/// bits at an operand's offset plus <c>bits</c> bytes.
/// </summary>
internal sealed class EpilogueWriter(VectorWidth width, CodeWriter code)
{
    private string V => width.Name;

    public static bool UsesBits(Kernel kernel) => kernel.Epilogue.Any(static step =>
        step is EpilogueStep.Activate { Keep: true, Function: PiecewiseLinear } or EpilogueStep.Backpropagate { Function: PiecewiseLinear });

    /// <summary>
    /// Whether the epilogue is a pass over the stored tile, in the cache: a function that is a polynomial would be written out for every sum of the tile.
    /// </summary>
    public static bool IsPass(Kernel kernel) => kernel.Epilogue.Any(static step => step is EpilogueStep.Activate { Function: not PiecewiseLinear });

    /// <summary>The parameters of an epilogue that take its operands. What there is one of for a row is no matter of a column's.</summary>
    public static IEnumerable<string> Parameters(Kernel kernel) => Operands(kernel).Select(static slot => $"{slot.Type} {slot.Name}");

    /// <summary>The arguments for them, by their own names; vectors start at a column, where one is given.</summary>
    public static IEnumerable<string> Arguments(Kernel kernel, string? column = null) =>
        Operands(kernel).Select(slot => slot.Kind == OperandKind.Vector && column is not null ? $"{slot.Name} + {column}" : slot.Name);

    /// <summary>The parameter for the slab of parameters, where the epilogue reads it.</summary>
    public static string[] SlabParameter(Kernel kernel) => kernel.EpilogueReadsParameters ? ["ref float p"] : [];

    /// <summary>The argument for it.</summary>
    public static string[] SlabArgument(Kernel kernel) => kernel.EpilogueReadsParameters ? ["ref p"] : [];

    private static IEnumerable<OperandSlot> Operands(Kernel kernel) =>
        kernel.EpilogueOperands.Where(static slot => slot.Kind != OperandKind.Row);

    public string Load(string offset, int vector) => $"{V}.LoadUnsafe({Address(offset, vector)})";

    public void Write(Kernel kernel)
    {
        string[] bits = UsesBits(kernel) ? ["nint bits"] : [];
        string[] p = SlabParameter(kernel);
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (code.Open($"private static void {kernel.Name}Epilogue({TileWriter.Join([$"{width.Type} v0, {width.Type} v1"], p, ["ref float a, nint at"], bits, Parameters(kernel))})"))
        {
            int operand = kernel.ProductOperands.Count;
            foreach (EpilogueStep step in kernel.Epilogue)
            {
                string name = step.Operand is null ? "" : kernel.Operands[operand++].Name;
                if (NeedsScope(step) && kernel.Epilogue.Count(NeedsScope) > 1)
                {
                    using (code.Open())
                        WriteStep(step, name);
                }
                else
                {
                    WriteStep(step, name);
                }
            }
        }

        code.Line();
    }

    // Activations have locals, and several may follow each other.
    private static bool NeedsScope(EpilogueStep step) => step is EpilogueStep.Activate or EpilogueStep.Backpropagate;

    private void WriteStep(EpilogueStep step, string operand)
    {
        switch (step)
        {
            case EpilogueStep.Activate { Function: PiecewiseLinear function, Keep: var keep }:
                code.Line($"{width.Type} off0 = {V}.LessThanOrEqual(v0, {width.Zero}), off1 = {V}.LessThanOrEqual(v1, {width.Zero});");
                if (keep)
                    code.Line($"WriteBits(ref a, {operand}, bits, off0, off1);");
                SelectBySign(function);
                break;

            case EpilogueStep.Activate { Function.KernelName: var function, Keep: true }:
                for (int vector = 0; vector < 2; vector++)
                {
                    code.Line($"v{vector} = {function}.ValueAndDerivative<{width.Simd}>(v{vector}, out {width.Type} d{vector});");
                    code.Line($"d{vector}.StoreUnsafe({Address(operand, vector)});");
                }

                break;

            case EpilogueStep.Activate { Function.KernelName: var function }:
                for (int vector = 0; vector < 2; vector++)
                    code.Line($"v{vector} = {function}.Value<{width.Simd}>(v{vector});");
                break;

            case EpilogueStep.Backpropagate { Function: var function }:
                code.Line($"({width.Type} off0, {width.Type} off1) = ReadBits(ref a, {operand}, bits);");
                SelectBySign(function);
                break;

            case EpilogueStep.AddRows:
                ForBoth(vector => $"v{vector} += {Load(operand, vector)};");
                break;

            case EpilogueStep.MultiplyRows:
                ForBoth(vector => $"v{vector} *= {Load(operand, vector)};");
                break;

            case EpilogueStep.AddVector:
                ForBoth(vector => $"v{vector} += {LoadParameter(operand, vector)};");
                break;

            case EpilogueStep.ScaleByVector:
                ForBoth(vector => $"v{vector} *= {LoadParameter(operand, vector)};");
                break;

            case EpilogueStep.ScaleByNumber:
                ForBoth(vector => $"v{vector} *= Unsafe.Add(ref p, {operand});");
                break;

            case EpilogueStep.ScaleByConstant:
                ForBoth(vector => $"v{vector} *= {operand};");
                break;

            case EpilogueStep.Store:
                ForBoth(vector => $"v{vector}.StoreUnsafe({Address(operand, vector)});");
                break;
        }

        // A select rather than a maximum: it keeps NaN visible and is the same on all hardware.
        void SelectBySign(PiecewiseLinear function) => ForBoth(vector =>
            $"v{vector} = {V}.ConditionalSelect(off{vector}, {Times(function.Below, vector)}, {Times(function.Above, vector)});");

        string Times(float slope, int vector) => slope switch
        {
            0f => width.Zero,
            1f => $"v{vector}",
            _ => $"{CodeWriter.Literal(slope)} * v{vector}",
        };
    }

    private void ForBoth(Func<int, string> line)
    {
        code.Line(line(0));
        code.Line(line(1));
    }

    private string LoadParameter(string offset, int vector) =>
        $"{V}.LoadUnsafe(ref Unsafe.Add(ref p, {offset}{(vector == 0 ? "" : " + " + CodeWriter.Literal(width.Floats))}))";

    private string Address(string offset, int vector) =>
        $"ref Unsafe.Add(ref a, {offset} + at{(vector == 0 ? "" : " + " + CodeWriter.Literal(width.Floats))})";

    /// <summary>Writes the access to bits: a piecewise linear activation keeps one for every element, set where its argument was not positive.</summary>
    public void WriteBitAccess()
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
