namespace NetGen.Generator;

/// <summary>Something done to every element of a kernel's result.</summary>
internal abstract record EpilogueStep
{
    /// <summary>Its part of the kernel's name.</summary>
    public abstract string Name { get; }

    /// <summary>What it reads or writes beside the element, if anything.</summary>
    public virtual OperandSlot? Operand => null;

    /// <summary><c>v = f(v)</c>; where <paramref name="Keep"/>, <c>f'(v)</c> is stored for the backward pass.</summary>
    public sealed record Activate(ActivationFunction Function, bool Keep) : EpilogueStep
    {
        public override string Name => Function.KernelName + (Keep ? "Keep" : "");

        public override OperandSlot? Operand => Keep ? new OperandSlot("keep", OperandKind.Rows, Written: true) : null;
    }

    /// <summary><c>v = v ⊙ f'(z)</c>, from the bits that the forward pass kept.</summary>
    public sealed record Backpropagate(PiecewiseLinear Function) : EpilogueStep
    {
        public override string Name => Function.KernelName + "Gradient";

        public override OperandSlot? Operand => new OperandSlot("kept", OperandKind.Rows);
    }

    /// <summary><c>v = v + u</c>.</summary>
    public sealed record AddRows : EpilogueStep
    {
        public override string Name => "Add";

        public override OperandSlot? Operand => new OperandSlot("add", OperandKind.Rows);
    }

    /// <summary><c>v = v ⊙ u</c>.</summary>
    public sealed record MultiplyRows : EpilogueStep
    {
        public override string Name => "Multiply";

        public override OperandSlot? Operand => new OperandSlot("multiply", OperandKind.Rows);
    }

    /// <summary><c>v = v + b</c> with a parameter that is the same for every row.</summary>
    public sealed record AddVector : EpilogueStep
    {
        public override string Name => "AddVector";

        public override OperandSlot? Operand => new OperandSlot("vector", OperandKind.Vector);
    }

    /// <summary><c>v = v ⊙ g</c> with a parameter that is the same for every row.</summary>
    public sealed record ScaleByVector : EpilogueStep
    {
        public override string Name => "ScaleByVector";

        public override OperandSlot? Operand => new OperandSlot("gain", OperandKind.Vector);
    }

    /// <summary><c>v = α v</c> with a parameter of one number.</summary>
    public sealed record ScaleByNumber : EpilogueStep
    {
        public override string Name => "ScaleByNumber";

        public override OperandSlot? Operand => new OperandSlot("scale", OperandKind.Number);
    }

    /// <summary><c>v = a v</c> with a fixed number.</summary>
    public sealed record ScaleByConstant : EpilogueStep
    {
        public override string Name => "Scale";

        public override OperandSlot? Operand => new OperandSlot("factor", OperandKind.Constant);
    }

    /// <summary>Writes what a row was divided by, as <c>r</c>, before anything else is done.</summary>
    public sealed record KeepInverse : EpilogueStep
    {
        public override string Name => "Keep";

        public override OperandSlot? Operand => new OperandSlot("inverse", OperandKind.Row, Written: true);
    }

    /// <summary>Writes <c>v</c>.</summary>
    public sealed record Store : EpilogueStep
    {
        public override string Name => "Store";

        public override OperandSlot? Operand => new OperandSlot("to", OperandKind.Rows, Written: true);
    }
}
