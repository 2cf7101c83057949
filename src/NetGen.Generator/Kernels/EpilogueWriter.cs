namespace NetGen.Generator;

/// <summary>
/// Writes what is fused behind a product, for a row of a tile: two vectors of sums. Rows of floats lie at an operand's offset plus <c>at</c>,
/// bits at an operand's offset plus <c>bits</c> bytes.
/// </summary>
internal sealed class EpilogueWriter(VectorWidth width, CodeWriter code)
{
    public VectorWidth Width => width;

    public CodeWriter Code => code;

    private string V => width.Name;

    /// <summary>
    /// Whether the epilogue is a pass over the stored tile, in the cache: a function that is a polynomial would be written out for every sum of the tile.
    /// </summary>
    public static bool IsPass(Kernel kernel) => kernel.Epilogue.Any(static step => step.IsPolynomial);

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

    public void Write(Kernel kernel)
    {
        string[] bits = kernel.UsesBits ? ["nint bits"] : [];
        string[] p = SlabParameter(kernel);
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (code.Open($"private static void {kernel.Name}Epilogue({TileWriter.Join([$"{width.Type} v0, {width.Type} v1"], p, ["ref float a, nint at"], bits, Parameters(kernel))})"))
        {
            foreach ((EpilogueStep step, string operand) in kernel.NamedSteps)
            {
                if (step.HasLocals && kernel.Epilogue.Count(static step => step.HasLocals) > 1)
                {
                    using (code.Open())
                        step.Write(this, operand);
                }
                else
                {
                    step.Write(this, operand);
                }
            }
        }

        code.Line();
    }

    /// <summary>Writes <c>v = f(v)</c> for a function whose slope follows from the sign of its argument, which <c>off0</c> and <c>off1</c> are masks of.</summary>
    /// <remarks>A select rather than a maximum: it keeps NaN visible and is the same on all hardware.</remarks>
    public void SelectBySign(PiecewiseLinear function)
    {
        ForBoth(vector => $"v{vector} = {V}.ConditionalSelect(off{vector}, {Times(function.Below, vector)}, {Times(function.Above, vector)});");

        string Times(float slope, int vector) => slope switch
        {
            0f => width.Zero,
            1f => $"v{vector}",
            _ => $"{CodeWriter.Literal(slope)} * v{vector}",
        };
    }

    /// <summary>Writes lines for the first vector, then for the second.</summary>
    public void ForBoth(params Func<int, string>[] lines)
    {
        for (int vector = 0; vector < 2; vector++)
        {
            foreach (Func<int, string> line in lines)
                code.Line(line(vector));
        }
    }

    public string Load(string offset, int vector) => $"{V}.LoadUnsafe({Address(offset, vector)})";

    public string LoadParameter(string offset, int vector) =>
        $"{V}.LoadUnsafe(ref Unsafe.Add(ref p, {offset}{(vector == 0 ? "" : " + " + CodeWriter.Literal(width.Floats))}))";

    public string Address(string offset, int vector) =>
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
