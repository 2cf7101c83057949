namespace NetGen.Generator;

/// <summary>
/// What a kernel is called with. <c>p</c>, <c>g</c>, <c>s</c> and <c>a</c> are the slabs of parameters, gradients, scratch and activations;
/// the other arguments are offsets into them.
/// </summary>
internal sealed class KernelSignature
{
    private readonly (string Type, string Name)[] parameters;
    private readonly Kernel kernel;

    public KernelSignature(Kernel kernel)
    {
        this.kernel = kernel;
        IEnumerable<(string, string)> bias = kernel.Bias ? [("nint", "bias")] : [];
        IEnumerable<(string, string)> operands = kernel.Operands.Select(static name => ("nint", name));
        parameters = kernel.Product switch
        {
            Product.Linear =>
                [("int", "rows"), ("int", "inputs"), ("int", "outputs"), ("ref float", "p"), ("nint", "weight"), .. bias, ("ref float", "a"), ("nint", "x"), .. operands],
            Product.InputGradient =>
                [("int", "rows"), ("int", "inputs"), ("int", "outputs"), ("ref float", "p"), ("nint", "weight"), ("ref float", "s"), ("ref float", "a"), ("nint", "dz"), .. operands],
            Product.WeightGradient =>
                [("int", "rows"), ("int", "inputs"), ("int", "outputs"), ("ref float", "g"), ("nint", "weight"), .. bias, ("ref float", "a"), ("nint", "x"), ("nint", "dz"), ("ref TUpdate", "update")],
            _ =>
                [("int", "rows"), ("int", "width"), ("ref float", "a"), ("nint", "from"), .. operands],
        };
    }

    /// <summary>The call that passes all parameters on.</summary>
    public string Call =>
        $"{kernel.Name}({string.Join(", ", parameters.Select(static p => p.Type.StartsWith("ref", StringComparison.Ordinal) ? "ref " + p.Name : p.Name))})";

    /// <summary>The header of the method.</summary>
    public string Declaration(string modifiers)
    {
        bool generic = kernel.Product == Product.WeightGradient;
        return $"{modifiers} void {kernel.Name}{(generic ? "<TUpdate>" : "")}({string.Join(", ", parameters.Select(static p => p.Type + " " + p.Name))})"
            + (generic ? "\n    where TUpdate : struct, IParameterUpdate" : "");
    }
}
