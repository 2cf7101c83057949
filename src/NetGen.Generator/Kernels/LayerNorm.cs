namespace NetGen.Generator.Kernels;

/// <summary>Rows without their mean, divided by their standard deviation.</summary>
internal sealed record LayerNorm : Norm
{
    public override string Name => "LayerNorm";

    protected override void WriteRowHead(KernelWriter writer, Kernel kernel)
    {
        writer.Code.Line($"Standardization norm = Normalization.Standardize({Row}, width, epsilon);");
        if (KeepsInverse(kernel))
            writer.Code.Line("float r = norm.Inverse;");
        WriteInverse(writer, kernel);
    }

    protected override string Value(int vector) => $"norm.Apply<TSimd, TVector>({EpilogueWriter.Load("from", vector)})";
}

/// <summary>The gradient of <see cref="LayerNorm"/> with respect to its input.</summary>
internal sealed record LayerNormGradient : NormGradient
{
    public override string Name => "LayerNormGradient";

    protected override bool MasksPadding => true;

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"LayerNorm'({operands[0]}, {source})";

    protected override void WriteRowHead(KernelWriter writer, Kernel kernel)
    {
        writer.Code.Line("float r = Unsafe.Add(ref a, inverse + row);");
        writer.Code.Line($"RowMean mean = Normalization.Mean({Rows}, width, out float along);");
    }

    protected override string Value(int vector) =>
        TimesInverse(WithoutAlong(vector, $"mean.Deviation<TSimd, TVector>({EpilogueWriter.Load("from", vector)})"));
}
