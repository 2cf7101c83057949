using NetGen.Generator.Writing;

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
        $"TSimd.FusedMultiplyAdd({Deviation("from", vector)}, {Column("statistics", 1, vector)}, {Column("statistics", 2, vector)})";
}

/// <summary>The gradient of <see cref="BatchNorm"/> with respect to its input: <c>s dy + (t (x - c) + u)</c>.</summary>
internal sealed record BatchNormGradient : ColumnProduct
{
    public override string Name => "BatchNormGradient";

    public override IReadOnlyList<OperandSlot> Operands =>
        [new OperandSlot("x", OperandKind.Rows), new OperandSlot("statistics", OperandKind.Columns), new OperandSlot("terms", OperandKind.Columns)];

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"BatchNorm'({operands[0]}, {source}; {operands[2]})";

    protected override string Value(int vector) =>
        $"TSimd.FusedMultiplyAdd({EpilogueWriter.Load("from", vector)}, {Column("terms", 0, vector)}, "
        + $"TSimd.FusedMultiplyAdd({Deviation("x", vector)}, {Column("terms", 1, vector)}, {Column("terms", 2, vector)}))";
}

/// <summary>What does the same to all rows, with numbers for every column.</summary>
internal abstract record ColumnProduct : RowProduct
{
    protected override void WriteHead(KernelWriter writer) =>
        writer.Code.Line($"nint span = {Numbers.Literal(Layout.PanelWidth)} * Layout.Panels(width);");

    protected override void WriteRowHead(KernelWriter writer, Kernel kernel)
    {
    }

    /// <summary>A vector of one of the numbers that columns have.</summary>
    protected static string Column(string operand, int number, int vector)
    {
        string behind = number switch { 0 => "", 1 => " + span", _ => $" + {Numbers.Literal(number)} * span" };
        return $"TSimd.Load(ref Unsafe.Add(ref a, {operand}{behind} + column{(vector == 0 ? "" : " + second")}))";
    }

    /// <summary>A vector without the first of the statistics.</summary>
    protected static string Deviation(string rows, int vector) =>
        $"TSimd.Subtract({EpilogueWriter.Load(rows, vector)}, {Column("statistics", 0, vector)})";
}
