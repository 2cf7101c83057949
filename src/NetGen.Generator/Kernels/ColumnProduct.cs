using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// What does the same to all rows, with numbers for every column. It goes through rows a few at a time, and through their columns two
/// vectors at a time, so that the numbers stay in registers for all of those rows.
/// </summary>
internal abstract record ColumnProduct : RowProduct
{
    // As many rows of 256 columns as stay in the first-level cache.
    private const int RowsAtOnce = 16;

    /// <summary>The numbers of a column: how they are called, and which row of which operand they are.</summary>
    protected abstract IReadOnlyList<(string Name, string Operand, int Number)> Numbers { get; }

    protected override void WriteRowHead(KernelWriter writer, Kernel kernel)
    {
    }

    public override void Write(KernelWriter writer, Kernel kernel)
    {
        CodeWriter code = writer.Code;
        int? split = Split(kernel);
        string bits = kernel.UsesBits ? ", bitsStride = 4 * Layout.Panels(width)" : "";
        string atBits = kernel.UsesBits ? ", bits = row * bitsStride + column / 8" : "";
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint columns = Layout.Columns(width), stride = Layout.RowStride(width){bits};");
            code.Line($"nint span = {Text(Layout.PanelWidth)} * Layout.Panels(width);");
            code.Line(TileWriter.Second);
            string some = Text(RowsAtOnce);
            using (code.Open($"for (nint first = rows.First; first < rows.End; first += {some})"))
            {
                code.Line($"nint end = first + {some} < rows.End ? first + {some} : rows.End;");
                using (code.Open("for (nint column = 0; column < columns; column += 2 * second)"))
                {
                    foreach ((string name, string operand, int number) in Numbers)
                    {
                        for (int vector = 0; vector < 2; vector++)
                            code.Line($"TVector {name}{Text(vector)} = {Load(operand, number, vector)};");
                    }

                    using (code.Open("for (nint row = first; row < end; row++)"))
                    {
                        code.Line($"nint at = row * stride + column{atBits};");
                        for (int vector = 0; vector < 2; vector++)
                            code.Line($"TVector v{Text(vector)} = {Value(vector)};");
                        writer.Epilogues.WriteSteps(kernel, kernel.NamedSteps.Take(split ?? kernel.Epilogue.Count), "column");
                        if (split is not null)
                            new Store().Write(writer.Epilogues, EpilogueWriter.Result(kernel));
                    }
                }

                if (split is not null)
                    code.Line(EpilogueWriter.CallPass(kernel, "end - first", "columns", "0", "first * stride", "first * bitsStride"));
            }
        }

        code.Line();
        if (split is int done)
            writer.Epilogues.WritePass(kernel, done);
    }

    private static string Text(int number) => Writing.Numbers.Literal(number);

    private static string Load(string operand, int number, int vector)
    {
        string behind = number switch { 0 => "", 1 => " + span", _ => $" + {Text(number)} * span" };
        return $"TSimd.Load(ref Unsafe.Add(ref a, {operand}{behind} + column{(vector == 0 ? "" : " + second")}))";
    }
}
