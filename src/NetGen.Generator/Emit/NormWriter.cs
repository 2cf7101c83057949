namespace NetGen.Generator;

/// <summary>
/// Writes what norms and their gradients do with a row before its columns, and with a column before the epilogue. The padding behind a row becomes zero,
/// whatever it was: gradients must have none.
/// </summary>
internal sealed class NormWriter(EpilogueWriter epilogues, VectorWidth width, CodeWriter code)
{
    private string V => width.Name;

    /// <summary>Whether a kernel masks the padding. That of a root mean square's gradient is zero by itself.</summary>
    public static bool Masks(Kernel kernel) => kernel.Product is Product.RmsNorm or Product.LayerNorm or Product.LayerNormGradient;

    /// <summary>Writes the numbers that a row is normalized by.</summary>
    public void WriteRowHead(Kernel kernel)
    {
        const string Row = "ref Unsafe.Add(ref a, from + row * stride)";
        const string Normalized = "ref Unsafe.Add(ref a, normalized + row * stride)";
        const string Inverse = "float r = Unsafe.Add(ref a, inverse + row);";
        bool keeps = kernel.Epilogue.Any(static step => step is EpilogueStep.KeepInverse);
        switch (kernel.Product)
        {
            case Product.RmsNorm:
                code.Line($"float r = Normalization.InverseRms({Row}, width, epsilon);");
                break;
            case Product.LayerNorm:
                code.Line($"Standardization norm = Normalization.Standardize({Row}, width, epsilon);");
                if (keeps)
                    code.Line("float r = norm.Inverse;");
                break;
            case Product.RmsNormGradient:
                code.Line(Inverse);
                code.Line($"float along = Normalization.MeanProduct({Row}, {Normalized}, width);");
                break;
            case Product.LayerNormGradient:
                code.Line(Inverse);
                code.Line($"RowMean mean = Normalization.Mean({Row}, {Normalized}, width, out float along);");
                break;
        }

        if (keeps)
            code.Line("Unsafe.Add(ref a, inverse + row) = r;");
    }

    /// <summary>What the epilogue begins with.</summary>
    public string Value(Kernel kernel, int vector)
    {
        string value = epilogues.Load("from", vector);
        string normalized = kernel.Product switch
        {
            Product.RmsNorm => $"{value} * r",
            Product.LayerNorm => $"norm.Apply<{width.Simd}>({value})",
            Product.RmsNormGradient => $"{WithoutAlong(value)} * r",
            Product.LayerNormGradient => $"{WithoutAlong($"mean.Deviation<{width.Simd}>({value})")} * r",
            _ => value,
        };

        string WithoutAlong(string gradient) => $"{V}.FusedMultiplyAdd({V}.Create(-along), {epilogues.Load("normalized", vector)}, {gradient})";
        return Masks(kernel) ? $"Inside({normalized}, column{(vector == 0 ? "" : " + " + CodeWriter.Literal(width.Floats))}, width)" : normalized;
    }

    /// <summary>Writes the mask.</summary>
    public void WriteMask()
    {
        code.Lines($$"""
            // What lies in the row; zero behind it.
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static {{width.Type}} Inside({{width.Type}} v, nint column, int width) => {{V}}.ConditionalSelect(
                {{V}}.LessThan({{V}}<int>.Indices + {{V}}.Create((int)column), {{V}}.Create(width)).AsSingle(), v, {{width.Zero}});
            """);
        code.Line();
    }
}
