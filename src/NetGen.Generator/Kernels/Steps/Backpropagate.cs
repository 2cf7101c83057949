namespace NetGen.Generator;

/// <summary><c>v = v ⊙ f'(z)</c>, from the bits that the forward pass kept.</summary>
internal sealed record Backpropagate(PiecewiseLinear Function) : EpilogueStep
{
    public override string Name => Function.KernelName + "Gradient";

    public override OperandSlot? Operand => new OperandSlot("kept", OperandKind.Rows);

    public override bool UsesBits => true;

    public override bool HasLocals => true;

    public override void Describe(Formula formula, string operand) => formula.Multiply(Formula.Derivative(Function, operand));

    public override void Write(EpilogueWriter epilogue, string operand)
    {
        epilogue.Code.Line($"({epilogue.Width.Type} off0, {epilogue.Width.Type} off1) = ReadBits(ref a, {operand}, bits);");
        epilogue.SelectBySign(Function);
    }
}
