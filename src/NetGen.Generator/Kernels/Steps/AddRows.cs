namespace NetGen.Generator.Kernels;

/// <summary><c>v = v + u</c>.</summary>
internal sealed record AddRows : EpilogueStep
{
    public override string Name => "Add";

    public override OperandSlot? Operand => new OperandSlot("add", OperandKind.Rows);

    public override void Describe(Formula formula, string operand) => formula.AddTo(operand);

    public override void Write(EpilogueWriter epilogue, string operand) =>
        epilogue.ForBoth(v => $"v{v} = TSimd.Add(v{v}, {EpilogueWriter.Load(operand, v)});");
}
