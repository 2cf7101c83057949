namespace NetGen.Generator.Kernels;

/// <summary>Rows divided by their root mean square.</summary>
internal sealed record RmsNorm : Norm
{
    public override string Name => "RmsNorm";

    protected override void WriteRowHead(KernelWriter writer, Kernel kernel)
    {
        writer.Code.Line($"float r = Normalization.InverseRms({Row}, width, epsilon);");
        WriteInverse(writer, kernel);
    }

    protected override string Value(int vector) => TimesInverse(EpilogueWriter.Load("from", vector));
}

/// <summary>The gradient of <see cref="RmsNorm"/> with respect to its input. Its padding is zero by itself.</summary>
internal sealed record RmsNormGradient : NormGradient
{
    public override string Name => "RmsNormGradient";

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"RmsNorm'({operands[0]}, {source})";

    protected override void WriteRowHead(KernelWriter writer, Kernel kernel)
    {
        writer.Code.Line("float r = Unsafe.Add(ref a, inverse + row);");
        writer.Code.Line($"float along = Normalization.MeanProduct({Rows}, width);");
    }

    protected override string Value(int vector) => TimesInverse(WithoutAlong(vector, EpilogueWriter.Load("from", vector)));
}
