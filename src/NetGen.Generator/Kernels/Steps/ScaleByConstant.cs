namespace NetGen.Generator.Kernels;

/// <summary><c>v = a v</c> with a fixed number.</summary>
internal sealed record ScaleByConstant : EpilogueStep
{
    public override string Name => "Scale";

    public override OperandSlot? Operand => new OperandSlot("factor", OperandKind.Constant);

    public override int Calls => 4;

    public override void Describe(Formula formula, string operand) => formula.Scale(operand);

    public override void Write(EpilogueWriter epilogue, string operand) =>
        epilogue.ForBoth(v => $"v{v} = TSimd.Multiply(v{v}, TSimd.Create({operand}));");
}
