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
        // The second of a kind is to2, add2 and so on.
        Dictionary<string, int> counts = [];
        List<string> names = [];
        foreach (string name in epilogue.Select(static step => step.Operand).OfType<string>())
        {
            counts.TryGetValue(name, out int before);
            counts[name] = before + 1;
            names.Add(before == 0 ? name : name + CodeWriter.Literal(before + 1));
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
