namespace NetGen.Generator.Kernels;

/// <summary><c>v = α v</c> with a parameter of one number.</summary>
internal sealed record ScaleByNumber : EpilogueStep
{
    public override string Name => "ScaleByNumber";

    public override OperandSlot? Operand => new OperandSlot("scale", OperandKind.Number);

    public override int Calls => 4;

    public override void Describe(Formula formula, string operand) => formula.Scale(operand);

    public override void Write(EpilogueWriter epilogue, string operand) =>
        epilogue.ForBoth(v => $"v{v} = TSimd.Multiply(v{v}, TSimd.Create(Unsafe.Add(ref p, {operand})));");
}
