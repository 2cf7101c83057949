namespace NetGen.Generator;

/// <summary>Something done to every element of a product.</summary>
internal abstract record EpilogueStep
{
    /// <summary>Its part of the kernel's name.</summary>
    public abstract string Name { get; }

    /// <summary>The buffer that it reads or writes, if any.</summary>
    public virtual string? Operand => null;

    /// <summary><c>v = f(v)</c>; where <paramref name="Keep"/>, <c>f'(v)</c> is stored for the backward pass.</summary>
    public sealed record Activate(ActivationFunction Function, bool Keep) : EpilogueStep
    {
        public override string Name => Function.RuntimeType + (Keep ? "Keep" : "");

        public override string? Operand => Keep ? "keep" : null;
    }

    /// <summary><c>v = v ⊙ f'(z)</c>, as the forward pass kept it.</summary>
    public sealed record Backpropagate(ActivationFunction Function) : EpilogueStep
    {
        public override string Name => Function.RuntimeType + "Gradient";

        public override string? Operand => "kept";
    }

    /// <summary><c>v = v + u</c>.</summary>
    public sealed record AddOperand : EpilogueStep
    {
        public override string Name => "Add";

        public override string? Operand => "add";
    }

    /// <summary>Writes <c>v</c>.</summary>
    public sealed record Store : EpilogueStep
    {
        public override string Name => "Store";

        public override string? Operand => "to";
    }
}
