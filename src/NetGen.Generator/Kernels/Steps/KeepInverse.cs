namespace NetGen.Generator.Kernels;

/// <summary>
/// Writes what a row was divided by, as <c>r</c>, before anything else is done: a matter of the row, and so of its product.
/// </summary>
internal sealed record KeepInverse : EpilogueStep
{
    public override string Name => "Keep";

    public override OperandSlot? Operand => new OperandSlot("inverse", OperandKind.Row, Written: true);

    public override bool Computes => false;

    public override int Calls => 0;

    public override void Describe(Formula formula, string operand) => formula.Keep(operand);

    /// <remarks>No element has a part in it.</remarks>
    public override void Write(EpilogueWriter epilogue, string operand)
    {
    }
}
