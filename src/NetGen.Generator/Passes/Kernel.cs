namespace NetGen.Generator;

/// <summary>
/// A loop that the emitter writes: a product and what is fused into it. Kernels are the same for all shapes, so equal ones are written once.
/// </summary>
/// <param name="Product">What the loop computes before its epilogue.</param>
/// <param name="Bias">Whether the layer has a bias: the product starts at it, or its gradient is summed along.</param>
/// <param name="Epilogue">What happens to the product while it is still in registers.</param>
internal sealed record Kernel(Product Product, bool Bias, EquatableArray<EpilogueStep> Epilogue)
{
    /// <summary>The name of its method, different for different kernels.</summary>
    public string Name => Product + (Bias || Product is not (Product.Linear or Product.WeightGradient) ? "" : "NoBias")
        + string.Concat(Epilogue.Take(Epilogue.Count - 1).Select(static step => step.Name));

    /// <summary>The names of the buffers that its epilogue reads and writes, in the order of its steps.</summary>
    public EquatableArray<string> Operands => NameOperands(Epilogue);

    /// <summary>The product alone.</summary>
    public Kernel Unfused => this with { Epilogue = EquatableArray.Of<EpilogueStep>(new EpilogueStep.Store()) };

    private static EquatableArray<string> NameOperands(EquatableArray<EpilogueStep> epilogue)
    {
        List<string> names = [];
        foreach (EpilogueStep step in epilogue)
        {
            if (step.Operand is string name)
                names.Add(names.Contains(name) ? name + "2" : name);
        }

        return names.ToEquatableArray();
    }
}

/// <summary>The loops that a kernel can be built around.</summary>
internal enum Product
{
    /// <summary><c>x Wᵀ + b</c>, a row for each example.</summary>
    Linear,

    /// <summary><c>dz W</c>, a row for each example.</summary>
    InputGradient,

    /// <summary><c>dzᵀ x</c>, a sum over all examples, and with it the sum of <c>dz</c> for the bias.</summary>
    WeightGradient,

    /// <summary>No product: a value that was stored before.</summary>
    Elementwise,
}

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

/// <summary>A kernel at work: a line of the forward or backward pass.</summary>
/// <param name="Kernel">What is run.</param>
/// <param name="Layer">The index of the layer it works for.</param>
/// <param name="Source">The rows it reads: <c>x</c>, <c>dz</c>, or the value an elementwise kernel begins with.</param>
/// <param name="Weight">The weight it multiplies by, or whose gradient it computes.</param>
/// <param name="Bias">The bias likewise.</param>
/// <param name="Operands">The values that the epilogue reads and writes, in the order of its steps; for a weight gradient, <c>x</c>.</param>
/// <param name="Result">The value it ends with.</param>
internal sealed record KernelCall(Kernel Kernel, int Layer, int Source, int? Weight, int? Bias, EquatableArray<int> Operands, int Result)
{
    /// <summary>The values that it writes to buffers.</summary>
    public IEnumerable<int> Writes => Kernel.Epilogue.Where(static step => step.Operand is not null)
        .Zip(Operands, static (step, value) => (step, value))
        .Where(static pair => pair.step is EpilogueStep.Store or EpilogueStep.Activate)
        .Select(static pair => pair.value);

    /// <summary>The values that it reads from buffers.</summary>
    public IEnumerable<int> Reads => Operands.Except(Writes).Append(Source);
}
