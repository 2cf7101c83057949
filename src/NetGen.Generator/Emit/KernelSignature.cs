namespace NetGen.Generator;

/// <summary>
/// What a kernel is called with. <c>p</c>, <c>g</c>, <c>s</c> and <c>a</c> are the slabs of parameters, gradients, scratch and activations;
/// <c>rows</c> are the rows that it works on, the other arguments offsets into the slabs, and constants.
/// </summary>
internal sealed class KernelSignature
{
    private readonly (string Type, string Name)[] parameters;
    private readonly Kernel kernel;

    public KernelSignature(Kernel kernel)
    {
        this.kernel = kernel;
        IEnumerable<(string, string)> bias = kernel.Bias ? [("nint", "bias")] : [];
        IEnumerable<(string, string)> p = kernel.ReadsParameters ? [("ref float", "p")] : [];
        IEnumerable<(string, string)> operands = kernel.Operands.Select(static slot => (slot.Type, slot.Name));
        IEnumerable<(string, string)> update = IsGeneric ? [("ref TUpdate", "update")] : [];
        parameters = kernel.Product switch
        {
            Product.Linear =>
                [("in RowRange", "rows"), ("int", "inputs"), ("int", "outputs"), .. p, ("nint", "weight"), .. bias, ("ref float", "a"), ("nint", "x"), .. operands],
            Product.InputGradient =>
                [("in RowRange", "rows"), ("int", "inputs"), ("int", "outputs"), .. p, ("nint", "weight"), ("ref float", "s"), ("ref float", "a"), ("nint", "dz"), .. operands],
            Product.WeightGradient or Product.SharedWeightGradient =>
                [("in RowRange", "rows"), ("int", "inputs"), ("int", "outputs"), ("ref float", "g"), ("nint", "weight"), .. bias, ("ref float", "a"), .. operands, ("nint", "dz"), .. update],
            _ =>
                [("in RowRange", "rows"), ("int", "width"), .. p, ("ref float", "a"), ("nint", "from"), .. operands],
        };
    }

    /// <summary>The call that passes all parameters on.</summary>
    public string Call => $"{kernel.Name}({Arguments(parameters)})";

    /// <summary>Its parameters, of its operands only the given ones.</summary>
    public string ParametersFor(ICollection<string> operands) => Declare(parameters.Where(p => operands.Contains(p.Name) || !IsOperand(p.Name)));

    /// <summary>The arguments of its product, passed on.</summary>
    public string ProductArguments => Arguments(parameters.Where(p => !IsOperand(p.Name) || kernel.ProductOperands.Any(slot => slot.Name == p.Name)));

    /// <summary>The arguments of a kernel over the rows that an observed value lies in.</summary>
    public static string RowsArguments(Kernel kernel, string width) => $"rows, {width}, {(kernel.ReadsParameters ? "ref p, " : "")}ref a, from: observed";

    // Who hands gradients over knows what takes them.
    private bool IsGeneric => kernel.Product == Product.WeightGradient;

    /// <summary>The header of the method.</summary>
    public string Declaration(string modifiers) =>
        $"{modifiers} void {kernel.Name}{(IsGeneric ? "<TUpdate>" : "")}({Declare(parameters)})"
        + (IsGeneric ? "\n    where TUpdate : struct, IParameterUpdate" : "");

    private bool IsOperand(string name) => kernel.Operands.Any(slot => slot.Name == name);

    private static string Declare(IEnumerable<(string Type, string Name)> parameters) => string.Join(", ", parameters.Select(static p => p.Type + " " + p.Name));

    private static string Arguments(IEnumerable<(string Type, string Name)> parameters) =>
        string.Join(", ", parameters.Select(static p => p.Type.StartsWith("ref", StringComparison.Ordinal) ? "ref " + p.Name : p.Name));
}
