using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary><c>v = v ⊙ f'(z)</c>, from the bits that the forward pass kept.</summary>
internal sealed record Backpropagate(PiecewiseLinear Function) : EpilogueStep
{
    public override string Name => Function.KernelName + "Gradient";

    public override OperandSlot? Operand => new OperandSlot("kept", OperandKind.Rows);

    public override bool UsesBits => true;

    public override bool HasLocals => true;

    public override int Calls => Function.Below == 0f ? 7 : 10;

    public override void Describe(Formula formula, string operand) => formula.Multiply(Formula.Derivative(Function, operand));

    public override void Write(EpilogueWriter epilogue, string operand)
    {
        epilogue.Code.Line($"(TVector off0, TVector off1) = SignBits.Read<TSimd, TVector>(ref Unsafe.Add(ref a, {operand}), bits);");
        if (Function is { Below: 0f } or { Above: 0f })
            epilogue.Code.Line("TVector zero = default;");
        epilogue.SelectBySign(Function);
    }
}
