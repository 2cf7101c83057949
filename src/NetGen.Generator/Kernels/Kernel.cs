using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// A loop that the emitter writes: a product and what is fused into it. Kernels are the same for all shapes, so equal ones are written
/// once.
/// </summary>
/// <param name="Product">What the loop computes before its epilogue.</param>
/// <param name="Epilogue">What happens to the product while it is still in registers.</param>
internal sealed record Kernel(Product Product, EquatableArray<EpilogueStep> Epilogue)
{
    /// <summary>The name of its method, different for different kernels.</summary>
    public string Name => Product.Name + string.Concat(Epilogue.Take(Epilogue.Count - 1).Select(static step => step.Name));

    /// <summary>
    /// What it takes beside its source and weights: what the product needs, then what the epilogue reads and writes, in the order of its
    /// steps.
    /// </summary>
    public EquatableArray<OperandSlot> Operands =>
        Number(Product.Operands.Concat(Epilogue.Select(static step => step.Operand).OfType<OperandSlot>()));

    /// <summary>Those of the epilogue, by the names that they have among all.</summary>
    public IEnumerable<OperandSlot> EpilogueOperands => Operands.Skip(Product.Operands.Count);

    /// <summary>The steps of the epilogue with the names of their operands, empty for those without.</summary>
    public IEnumerable<(EpilogueStep Step, string Operand)> NamedSteps
    {
        get
        {
            int operand = Product.Operands.Count;
            foreach (EpilogueStep step in Epilogue)
                yield return (step, step.Operand is null ? "" : Operands[operand++].Name);
        }
    }

    /// <summary>Whether it reads parameters.</summary>
    public bool ReadsParameters => Product is { Weights.Count: > 0, SumsOverRows: false } || EpilogueReadsParameters;

    /// <summary>Whether its epilogue reads parameters.</summary>
    public bool EpilogueReadsParameters => Epilogue.Any(static step => step.Operand is { Kind: OperandKind.Vector or OperandKind.Number });

    /// <summary>Whether its epilogue reads or writes a bit for every element.</summary>
    public bool UsesBits => Epilogue.Any(static step => step.UsesBits);

    /// <summary>The product with some steps, and nothing kept for the backward pass.</summary>
    public static Kernel Of(Product product, IEnumerable<EpilogueStep> steps) =>
        new(product, Computing(steps).Append(new Store()).ToEquatableArray());

    /// <summary>Steps without what they keep or store.</summary>
    private static IEnumerable<EpilogueStep> Computing(IEnumerable<EpilogueStep> steps) =>
        steps.Where(static step => step.Computes).Select(static step => step.WithoutKeeping);

    private static EquatableArray<OperandSlot> Number(IEnumerable<OperandSlot> slots)
    {
        // The second of a kind is to2, add2 and so on.
        Dictionary<string, int> counts = [];
        List<OperandSlot> numbered = [];
        foreach (OperandSlot slot in slots)
        {
            counts.TryGetValue(slot.Name, out int before);
            counts[slot.Name] = before + 1;
            numbered.Add(before == 0 ? slot : slot with { Name = slot.Name + Numbers.Literal(before + 1) });
        }

        return numbered.ToEquatableArray();
    }
}
