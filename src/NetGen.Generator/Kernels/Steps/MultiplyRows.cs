namespace NetGen.Generator.Kernels;

/// <summary><c>v = v ⊙ u</c>.</summary>
internal sealed record MultiplyRows : EpilogueStep
{
    public override string Name => "Multiply";

    public override OperandSlot? Operand => new OperandSlot("multiply", OperandKind.Rows);

    public override void Describe(Formula formula, string operand) => formula.Multiply(operand);

    public override void Write(EpilogueWriter epilogue, string operand) =>
        epilogue.ForBoth(v => $"v{v} = TSimd.Multiply(v{v}, {EpilogueWriter.Load(operand, v)});");
}
