using NetGen.Generator.Graphs;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Writes what is fused behind a product, for a row of a tile: two vectors of sums. Rows of floats lie at an operand's offset plus
/// <c>at</c>, bits at an operand's offset plus <c>bits</c> bytes.
/// </summary>
internal sealed class EpilogueWriter(CodeWriter code)
{
    // The just-in-time compiler does less and less past 200 inlined calls in a method. The sums of a full tile take 34; this is left for
    // each of its rows.
    private const int MostCalls = (200 - 34) / 8 - 1;

    public CodeWriter Code => code;

    /// <summary>
    /// Whether the epilogue is a pass over the stored tile, in the cache: a long one would be written out for every row of the tile.
    /// </summary>
    public static bool IsPass(Kernel kernel) =>
        kernel.Epilogue.Any(static step => step.IsPolynomial) || kernel.Epilogue.Sum(static step => step.Calls) > MostCalls;

    /// <summary>The parameters of an epilogue that take its operands. What there is one of for a row is no matter of a column's.</summary>
    public static IEnumerable<string> Parameters(Kernel kernel) => Operands(kernel).Select(static slot => $"{slot.Type} {slot.Name}");

    /// <summary>The arguments for them, by their own names.</summary>
    public static IEnumerable<string> Arguments(Kernel kernel) => Operands(kernel).Select(static slot => slot.Name);

    /// <summary>The parameter for the slab of parameters, where the epilogue reads it.</summary>
    public static string[] SlabParameter(Kernel kernel) => kernel.EpilogueReadsParameters ? ["ref float p"] : [];

    /// <summary>The argument for it.</summary>
    public static string[] SlabArgument(Kernel kernel) => kernel.EpilogueReadsParameters ? ["ref p"] : [];

    /// <summary>The name of the rows that are written last.</summary>
    public static string Result(Kernel kernel) => kernel.Operands[kernel.Operands.Count - 1].Name;

    // Where the tile begins is a matter of vectors of parameters alone.
    private static string[] Column(Kernel kernel) => Operands(kernel).Any(static slot => slot.Kind == OperandKind.Vector) ? ["column"] : [];

    private static IEnumerable<OperandSlot> Operands(Kernel kernel) =>
        kernel.EpilogueOperands.Where(static slot => slot.Kind != OperandKind.Row);

    /// <summary>Writes the method for a row of a tile, whose sums are in registers.</summary>
    public void Write(Kernel kernel)
    {
        string[] bits = kernel.UsesBits ? ["nint bits"] : [];
        string parameters = TileWriter.Join(
            ["TVector v0, TVector v1"], SlabParameter(kernel), ["ref float a, nint second, nint at"], bits, Parameters(kernel));
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (code.Open($"private static void {kernel.Name}Epilogue({parameters})"))
            WriteSteps(kernel, kernel.NamedSteps);
        code.Line();
    }

    /// <summary>A call of it.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="first">The first vector.</param>
    /// <param name="second">The second vector.</param>
    /// <param name="at">Their offset in rows.</param>
    /// <param name="bits">Their offset in bits, in bytes.</param>
    /// <param name="column">Their column.</param>
    public static string Call(Kernel kernel, string first, string second, string at, string bits, string column)
    {
        string[] ofBits = kernel.UsesBits ? [bits] : [];
        string arguments = TileWriter.Join(
            [first, second], SlabArgument(kernel), ["ref a, second", at], ofBits,
            Operands(kernel).Select(slot => slot.Kind == OperandKind.Vector ? $"{slot.Name} + {column}" : slot.Name));
        return $"{kernel.Name}Epilogue({arguments});";
    }

    /// <summary>Writes the pass over a stored tile.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="done">The number of steps that were done before.</param>
    public void WritePass(Kernel kernel, int done = 0)
    {
        string[] bits = kernel.UsesBits ? ["nint tileBits, nint bitsStride"] : [];
        string parameters = TileWriter.Join(
            SlabParameter(kernel), ["ref float a, nint rows, nint columns"], Column(kernel).Select(static name => "nint " + name),
            ["nint tile, nint stride"], bits, Parameters(kernel));
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (code.Open($"private static void {kernel.Name}Pass({parameters})"))
        {
            code.Line(TileWriter.Second);
            using (code.Open("for (nint row = 0; row < rows; row++)"))
            using (code.Open("for (nint part = 0; part < columns; part += 2 * second)"))
            {
                string atBits = kernel.UsesBits ? ", bits = tileBits + row * bitsStride + part / 8" : "";
                code.Line($"nint at = tile + row * stride + part{atBits};");
                code.Line($"TVector v0 = {Load(Result(kernel), 0)}, v1 = {Load(Result(kernel), 1)};");
                WriteSteps(kernel, kernel.NamedSteps.Skip(done), "column + part");
            }
        }

        code.Line();
    }

    /// <summary>The call of it.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="rows">The number of its rows.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="column">Its first column.</param>
    /// <param name="at">The offset of that in the first row.</param>
    /// <param name="bits">The same in bits, in bytes.</param>
    public static string CallPass(Kernel kernel, string rows, string columns, string column, string at, string bits)
    {
        string[] ofBits = kernel.UsesBits ? [bits, "bitsStride"] : [];
        string[] first = Column(kernel).Length > 0 ? [column] : [];
        string arguments = TileWriter.Join(
            SlabArgument(kernel), ["ref a", rows, columns], first, [at, "stride"], ofBits, Arguments(kernel));
        return $"{kernel.Name}Pass({arguments});";
    }

    /// <summary>Writes steps for two vectors, <c>v0</c> and <c>v1</c>.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="steps">Its steps, or some of them.</param>
    /// <param name="column">Their column, where vectors of parameters do not begin there.</param>
    public void WriteSteps(Kernel kernel, IEnumerable<(EpilogueStep Step, string Operand)> steps, string? column = null)
    {
        bool needScope = kernel.Epilogue.Count(static step => step.HasLocals) > 1;
        foreach ((EpilogueStep step, string name) in steps)
        {
            string operand = step.Operand is { Kind: OperandKind.Vector } && column is not null ? $"{name} + {column}" : name;
            if (step.HasLocals && needScope)
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

    /// <summary>
    /// Writes <c>v = f(v)</c> for a function whose slope follows from the sign of its argument, which <c>off0</c> and <c>off1</c> are masks
    /// of, beside a <c>zero</c>.
    /// </summary>
    /// <remarks>A select rather than a maximum: it keeps NaN visible and is the same on all hardware.</remarks>
    public void SelectBySign(PiecewiseLinear function)
    {
        foreach (float slope in new[] { function.Below, function.Above }.Where(static slope => slope is not (0f or 1f)))
            code.Line($"TVector slope = TSimd.Create({Numbers.Literal(slope)});");
        ForBoth(vector => $"v{vector} = TSimd.Select(off{vector}, {Times(function.Below, vector)}, {Times(function.Above, vector)});");

        static string Times(float slope, int vector) => slope switch
        {
            0f => "zero",
            1f => $"v{vector}",
            _ => $"TSimd.Multiply(v{vector}, slope)",
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

    /// <summary>A vector of rows.</summary>
    public static string Load(string offset, int vector) => $"TSimd.Load({Address(offset, vector)})";

    /// <summary>A vector of a parameter.</summary>
    public static string LoadParameter(string offset, int vector) => $"TSimd.Load(ref Unsafe.Add(ref p, {offset}{Behind(vector)}))";

    /// <summary>The place of a vector of rows.</summary>
    public static string Address(string offset, int vector) => $"ref Unsafe.Add(ref a, {offset} + at{Behind(vector)})";

    private static string Behind(int vector) => vector == 0 ? "" : " + second";
}
