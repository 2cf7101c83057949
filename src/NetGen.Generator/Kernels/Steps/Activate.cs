namespace NetGen.Generator;

/// <summary><c>v = f(v)</c>; where <paramref name="Keep"/>, <c>f'(v)</c> is stored for the backward pass.</summary>
internal sealed record Activate(ActivationFunction Function, bool Keep) : EpilogueStep
{
    public override string Name => Function.KernelName + (Keep ? "Keep" : "");

    public override OperandSlot? Operand => Keep ? new OperandSlot("keep", OperandKind.Rows, Written: true) : null;

    public override EpilogueStep WithoutKeeping => this with { Keep = false };

    public override bool UsesBits => Keep && Function is PiecewiseLinear;

    public override bool IsPolynomial => Function is not PiecewiseLinear;

    public override bool HasLocals => true;

    public override void Describe(Formula formula, string operand)
    {
        if (Keep)
            formula.Keep(Formula.Derivative(Function, operand));
        formula.Apply(Function.Name);
    }

    public override void Write(EpilogueWriter epilogue, string operand)
    {
        string function = Function.KernelName, vector = epilogue.Width.Type, arguments = epilogue.Width.Simd;
        if (Function is PiecewiseLinear piecewise)
        {
            epilogue.Code.Line($"{vector} off0 = {epilogue.Width.Name}.LessThanOrEqual(v0, {epilogue.Width.Zero}), off1 = {epilogue.Width.Name}.LessThanOrEqual(v1, {epilogue.Width.Zero});");
            if (Keep)
                epilogue.Code.Line($"WriteBits(ref a, {operand}, bits, off0, off1);");
            epilogue.SelectBySign(piecewise);
        }
        else if (Keep)
        {
            epilogue.ForBoth(v => $"v{v} = {function}.ValueAndDerivative<{arguments}>(v{v}, out {vector} d{v});", v => $"d{v}.StoreUnsafe({epilogue.Address(operand, v)});");
        }
        else
        {
            epilogue.ForBoth(v => $"v{v} = {function}.Value<{arguments}>(v{v});");
        }
    }
}
