namespace NetGen.Generator;

/// <summary>What looks at a row as a whole before it goes through its columns, without a matrix product. It begins with rows that are stored.</summary>
internal abstract record RowProduct : Product
{
    public override IReadOnlyList<string> Dimensions => ["width"];

    public override string Columns => "width";

    public override string Source => "from";

    public override IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph) => [graph[call.Source].Shape!.Width];

    /// <summary>Writes what is computed of a row before its columns.</summary>
    protected abstract void WriteRowHead(KernelWriter writer, Kernel kernel);

    /// <summary>What the epilogue begins with.</summary>
    protected abstract string Value(KernelWriter writer, int vector);

    public override void Write(KernelWriter writer, Kernel kernel)
    {
        CodeWriter code = writer.Code;
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint stride = Layout.RowStride(width){(kernel.UsesBits ? ", bitsStride = 4 * Layout.Panels(width)" : "")};");
            using (code.Open("for (nint row = rows.First; row < rows.End; row++)"))
            {
                WriteRowHead(writer, kernel);
                using (code.Open($"for (nint column = 0; column < {TileWriter.PanelWidth} * Layout.Panels(width); column += {CodeWriter.Literal(writer.Width.Columns)})"))
                {
                    string[] bits = kernel.UsesBits ? ["row * bitsStride + column / 8"] : [];
                    code.Line("nint at = row * stride + column;");
                    code.Line($"{kernel.Name}Epilogue({TileWriter.Join([Masked(writer, 0), Masked(writer, 1)], EpilogueWriter.SlabArgument(kernel), ["ref a, at"], bits, EpilogueWriter.Arguments(kernel, "column"))});");
                }
            }
        }

        code.Line();
        writer.Epilogues.Write(kernel);
    }

    /// <summary>Writes the mask of the padding behind a row. It becomes zero, whatever it was: gradients must have none.</summary>
    public static void WriteMask(KernelWriter writer)
    {
        string v = writer.Width.Name;
        writer.Code.Lines($$"""
            // What lies in the row; zero behind it.
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static {{writer.Width.Type}} Inside({{writer.Width.Type}} v, nint column, int width) => {{v}}.ConditionalSelect(
                {{v}}.LessThan({{v}}<int>.Indices + {{v}}.Create((int)column), {{v}}.Create(width)).AsSingle(), v, {{writer.Width.Zero}});
            """);
        writer.Code.Line();
    }

    private string Masked(KernelWriter writer, int vector) => MasksPadding
        ? $"Inside({Value(writer, vector)}, column{(vector == 0 ? "" : " + " + CodeWriter.Literal(writer.Width.Floats))}, width)"
        : Value(writer, vector);
}
