using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary><c>v = f(v)</c>; where <paramref name="Keep"/>, <c>f'(v)</c> is stored for the backward pass.</summary>
internal sealed record Activate(ActivationFunction Function, bool Keep) : EpilogueStep
{
    public override string Name => Function.KernelName + (Keep ? "Keep" : "");

    public override OperandSlot? Operand => Keep ? new OperandSlot("keep", OperandKind.Rows, Written: true) : null;

    public override EpilogueStep WithoutKeeping => this with { Keep = false };

    public override bool UsesBits => Keep && Function is PiecewiseLinear;

    public override bool IsPolynomial => Function is not PiecewiseLinear;

    public override bool HasLocals => true;

    public override int Calls => (Keep ? 8 : 4) + (Function is PiecewiseLinear { Below: 0f } ? 0 : 3);

    public override void Describe(Formula formula, string operand)
    {
        if (Keep)
            formula.Keep(Formula.Derivative(Function, operand));
        formula.Apply(Function.Name);
    }

    public override void Write(EpilogueWriter epilogue, string operand)
    {
        string function = Function.KernelName;
        if (Function is PiecewiseLinear piecewise)
        {
            epilogue.Code.Line("TVector zero = default, off0 = TSimd.LessThanOrEqual(v0, zero), off1 = TSimd.LessThanOrEqual(v1, zero);");
            if (Keep)
                epilogue.Code.Line($"SignBits.Write<TSimd, TVector>(ref Unsafe.Add(ref a, {operand}), bits, off0, off1);");
            epilogue.SelectBySign(piecewise);
        }
        else if (Keep)
        {
            epilogue.ForBoth(
                v => $"v{v} = {function}.ValueAndDerivative<TSimd, TVector>(v{v}, out TVector d{v});",
                v => $"TSimd.Store(d{v}, {EpilogueWriter.Address(operand, v)});");
        }
        else
        {
            epilogue.ForBoth(v => $"v{v} = {function}.Value<TSimd, TVector>(v{v});");
        }
    }
}
