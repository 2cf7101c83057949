namespace NetGen.Generator.Kernels;

/// <summary>Rows whose columns are multiplied, each by a number of its own.</summary>
internal sealed record ScaledColumns : ColumnProduct
{
    public override string Name => "ScaledColumns";

    public override IReadOnlyList<OperandSlot> Operands => [new OperandSlot("scales", OperandKind.Columns)];

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"{source} ⊙ {operands[0]}";

    protected override string Value(int vector) =>
        $"TSimd.Multiply({EpilogueWriter.Load("from", vector)}, factor{Writing.Numbers.Literal(vector)})";

    protected override IReadOnlyList<(string Name, string Operand, int Number)> Numbers => [("factor", "scales", 0)];
}
