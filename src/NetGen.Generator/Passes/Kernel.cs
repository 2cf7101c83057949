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
    public string Name => Product + (Bias || !(Product == Product.Linear || IsWeightGradient) ? "" : "NoBias")
        + string.Concat(Epilogue.Take(Epilogue.Count - 1).Select(static step => step.Name));

    /// <summary>What it takes beside its source, weight and bias: what the product needs, then what the epilogue reads and writes, in the order of its steps.</summary>
    public EquatableArray<OperandSlot> Operands => Number(ProductOperands.Concat(Epilogue.Select(static step => step.Operand).OfType<OperandSlot>()));

    /// <summary>Those of the epilogue, by the names that they have among all.</summary>
    public IEnumerable<OperandSlot> EpilogueOperands => Operands.Skip(ProductOperands.Count);

    /// <summary>Whether it sums over the batch, for a weight of its own or a shared one.</summary>
    public bool IsWeightGradient => Product is Product.WeightGradient or Product.SharedWeightGradient;

    /// <summary>What the product needs.</summary>
    public IReadOnlyList<OperandSlot> ProductOperands => Product switch
    {
        Product.WeightGradient or Product.SharedWeightGradient => [new OperandSlot("x", OperandKind.Rows)],
        Product.RmsNorm or Product.LayerNorm => [new OperandSlot("epsilon", OperandKind.Constant)],
        Product.RmsNormGradient or Product.LayerNormGradient => [new OperandSlot("normalized", OperandKind.Rows), new OperandSlot("inverse", OperandKind.Row)],
        _ => [],
    };

    /// <summary>Whether it reads parameters.</summary>
    public bool ReadsParameters => Product is Product.Linear or Product.InputGradient || EpilogueReadsParameters;

    /// <summary>Whether its epilogue reads parameters.</summary>
    public bool EpilogueReadsParameters => Epilogue.Any(static step => step.Operand is { Kind: OperandKind.Vector or OperandKind.Number });

    /// <summary>The product with some steps of its epilogue, and nothing kept for the backward pass.</summary>
    public Kernel Only(IEnumerable<EpilogueStep> steps) => 
        this with { Epilogue = Computing(steps).Append(new EpilogueStep.Store()).ToEquatableArray() };

    /// <summary>Steps without what they keep or store.</summary>
    public static IEnumerable<EpilogueStep> Computing(IEnumerable<EpilogueStep> steps) => steps
        .Where(static step => step is not (EpilogueStep.Store or EpilogueStep.KeepInverse))
        .Select(static step => step is EpilogueStep.Activate activate ? activate with { Keep = false } : step);

    private static EquatableArray<OperandSlot> Number(IEnumerable<OperandSlot> slots)
    {
        // The second of a kind is to2, add2 and so on.
        Dictionary<string, int> counts = [];
        List<OperandSlot> numbered = [];
        foreach (OperandSlot slot in slots)
        {
            counts.TryGetValue(slot.Name, out int before);
            counts[slot.Name] = before + 1;
            numbered.Add(before == 0 ? slot : slot with { Name = slot.Name + CodeWriter.Literal(before + 1) });
        }

        return numbered.ToEquatableArray();
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

    /// <summary>The same, added to the gradients from other uses of the weight.</summary>
    SharedWeightGradient,

    /// <summary>No product: a value that was stored before.</summary>
    Elementwise,

    /// <summary>Rows divided by their root mean square.</summary>
    RmsNorm,

    /// <summary>Rows without their mean, divided by their standard deviation.</summary>
    LayerNorm,

    /// <summary>The gradient of <see cref="RmsNorm"/> with respect to its input.</summary>
    RmsNormGradient,

    /// <summary>The gradient of <see cref="LayerNorm"/> with respect to its input.</summary>
    LayerNormGradient,
}
