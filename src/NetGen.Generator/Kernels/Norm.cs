namespace NetGen.Generator.Kernels;

/// <summary>Rows that are normalized. What they are divided by may be kept for the backward pass.</summary>
internal abstract record Norm : RowProduct
{
    public override IReadOnlyList<OperandSlot> Operands => [new OperandSlot("epsilon", OperandKind.Constant)];

    protected override bool MasksPadding => true;

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) => $"{Name}({source})";

    /// <summary>The row, for routines of the runtime.</summary>
    protected const string Row = "ref Unsafe.Add(ref a, from + row * stride)";

    protected static bool KeepsInverse(Kernel kernel) => kernel.Epilogue.Any(static step => step is KeepInverse);

    protected static void WriteInverse(KernelWriter writer, Kernel kernel)
    {
        if (KeepsInverse(kernel))
            writer.Code.Line("Unsafe.Add(ref a, inverse + row) = r;");
    }
}

/// <summary>The gradient of normalized rows with respect to what they were, from <c>dx̂</c>, <c>x̂</c> and <c>r</c>.</summary>
internal abstract record NormGradient : RowProduct
{
    public override IReadOnlyList<OperandSlot> Operands =>
        [new OperandSlot("normalized", OperandKind.Rows), new OperandSlot("inverse", OperandKind.Row)];

    /// <summary>The gradient's row and the normalized one, for routines of the runtime.</summary>
    protected const string Rows = "ref Unsafe.Add(ref a, from + row * stride), ref Unsafe.Add(ref a, normalized + row * stride)";

    protected static string WithoutAlong(int vector, string gradient) =>
        $"TSimd.FusedMultiplyAdd(TSimd.Create(-along), {EpilogueWriter.Load("normalized", vector)}, {gradient})";
}
