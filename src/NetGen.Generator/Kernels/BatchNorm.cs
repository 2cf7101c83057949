namespace NetGen.Generator.Kernels;

/// <summary>
/// Rows whose columns are normalized, each by numbers of its own: <c>(x - c) s + b</c>. Behind a row these are zero, and so is the result.
/// </summary>
internal sealed record BatchNorm : ColumnProduct
{
    public override string Name => "BatchNorm";

    public override IReadOnlyList<OperandSlot> Operands => [new OperandSlot("statistics", OperandKind.Columns)];

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"BatchNorm({source}; {operands[0]})";

    protected override string Value(int vector) =>
        $"TSimd.FusedMultiplyAdd(TSimd.Subtract({EpilogueWriter.Load("from", vector)}, center{vector}), factor{vector}, summand{vector})";

    protected override IReadOnlyList<(string Name, string Operand, int Number)> Numbers =>
        [("center", "statistics", 0), ("factor", "statistics", 1), ("summand", "statistics", 2)];
}

/// <summary>The gradient of <see cref="BatchNorm"/> with respect to its input: <c>s dy + (t (x - c) + u)</c>.</summary>
internal sealed record BatchNormGradient : ColumnProduct
{
    public override string Name => "BatchNormGradient";

    public override IReadOnlyList<OperandSlot> Operands =>
    [
        new OperandSlot("x", OperandKind.Rows), new OperandSlot("statistics", OperandKind.Columns),
        new OperandSlot("terms", OperandKind.Columns),
    ];

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"BatchNorm'({operands[0]}, {source}; {operands[2]})";

    protected override string Value(int vector) =>
        $"TSimd.FusedMultiplyAdd({EpilogueWriter.Load("from", vector)}, factor{vector}, TSimd.FusedMultiplyAdd("
        + $"TSimd.Subtract({EpilogueWriter.Load("x", vector)}, center{vector}), along{vector}, summand{vector}))";

    protected override IReadOnlyList<(string Name, string Operand, int Number)> Numbers =>
        [("center", "statistics", 0), ("factor", "terms", 0), ("along", "terms", 1), ("summand", "terms", 2)];
}
