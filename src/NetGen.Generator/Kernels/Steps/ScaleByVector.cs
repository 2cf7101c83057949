namespace NetGen.Generator.Kernels;

/// <summary><c>v = v ⊙ g</c> with a parameter that is the same for every row.</summary>
internal sealed record ScaleByVector : EpilogueStep
{
    public override string Name => "ScaleByVector";

    public override OperandSlot? Operand => new OperandSlot("gain", OperandKind.Vector);

    public override void Describe(Formula formula, string operand) => formula.Multiply(operand);

    public override void Write(EpilogueWriter epilogue, string operand) =>
        epilogue.ForBoth(v => $"v{v} = TSimd.Multiply(v{v}, {EpilogueWriter.LoadParameter(operand, v)});");
}
