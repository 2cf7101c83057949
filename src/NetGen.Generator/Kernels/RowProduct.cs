using NetGen.Generator.Graphs;
using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// What looks at a row as a whole before it goes through its columns, without a matrix product. It begins with rows that are stored.
/// </summary>
internal abstract record RowProduct : Product
{
    public override IReadOnlyList<string> Dimensions => ["width"];

    public override string Columns => "width";

    public override string Source => "from";

    public override IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph) => [graph[call.Source].Shape!.Width];

    /// <summary>Writes what is computed of a row before its columns.</summary>
    protected abstract void WriteRowHead(KernelWriter writer, Kernel kernel);

    /// <summary>Whether the padding behind a row is cleared: gradients must have zeros there.</summary>
    protected virtual bool MasksPadding => false;

    /// <summary>What the epilogue begins with.</summary>
    protected abstract string Value(int vector);

    public override void Write(KernelWriter writer, Kernel kernel)
    {
        CodeWriter code = writer.Code;
        int? split = Split(kernel);
        string bits = kernel.UsesBits ? ", bitsStride = 4 * Layout.Panels(width)" : "";
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint columns = Layout.Columns(width), stride = Layout.RowStride(width){bits};");
            code.Line(TileWriter.Second);
            using (code.Open("for (nint row = rows.First; row < rows.End; row++)"))
            {
                WriteRowHead(writer, kernel);
                using (code.Open("for (nint column = 0; column < columns; column += 2 * second)"))
                {
                    code.Line($"nint at = row * stride + column{(kernel.UsesBits ? ", bits = row * bitsStride + column / 8" : "")};");
                    for (int vector = 0; vector < 2; vector++)
                        code.Line($"TVector v{Numbers.Literal(vector)} = {Masked(vector)};");
                    writer.Epilogues.WriteSteps(kernel, kernel.NamedSteps.Take(split ?? kernel.Epilogue.Count), "column");
                    if (split is not null)
                        new Store().Write(writer.Epilogues, EpilogueWriter.Result(kernel));
                }

                if (split is not null)
                    code.Line(EpilogueWriter.CallPass(kernel, "1", "columns", "0", "row * stride", "row * bitsStride"));
            }
        }

        code.Line();
        if (split is int done)
            writer.Epilogues.WritePass(kernel, done);
    }

    /// <summary>
    /// Behind how many steps a pass over the stored row goes on: a polynomial has a method to itself, where it would not be alone.
    /// </summary>
    protected virtual int? Split(Kernel kernel) =>
        kernel.Epilogue.TakeWhile(static step => !step.IsPolynomial).Count() is var before && before < kernel.Epilogue.Count
        ? before
        : null;

    /// <summary>A vector times the row's <c>r</c>.</summary>
    protected static string TimesInverse(string vector) => $"TSimd.Multiply({vector}, TSimd.Create(r))";

    // The padding behind a row becomes zero, whatever it was.
    private string Masked(int vector) => MasksPadding
        ? $"Padding.Clear<TSimd, TVector>({Value(vector)}, column{(vector == 0 ? "" : " + second")}, width)"
        : Value(vector);
}
