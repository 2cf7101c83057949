namespace NetGen.Generator.Kernels;

/// <summary>Writes <c>v</c>.</summary>
internal sealed record Store : EpilogueStep
{
    public override string Name => "Store";

    public override OperandSlot? Operand => new OperandSlot("to", OperandKind.Rows, Written: true);

    public override bool Computes => false;

    public override int Calls => 2;

    public override void Describe(Formula formula, string operand) => formula.Store(operand);

    public override void Write(EpilogueWriter epilogue, string operand) =>
        epilogue.ForBoth(v => $"TSimd.Store(v{v}, {EpilogueWriter.Address(operand, v)});");
}
