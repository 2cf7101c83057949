namespace NetGen.Generator.Kernels;

/// <summary><c>v = v + b</c> with a parameter that is the same for every row.</summary>
internal sealed record AddVector : EpilogueStep
{
    public override string Name => "AddVector";

    public override OperandSlot? Operand => new OperandSlot("vector", OperandKind.Vector);

    public override void Describe(Formula formula, string operand) => formula.Add(operand);

    public override void Write(EpilogueWriter epilogue, string operand) =>
        epilogue.ForBoth(v => $"v{v} = TSimd.Add(v{v}, {EpilogueWriter.LoadParameter(operand, v)});");
}
