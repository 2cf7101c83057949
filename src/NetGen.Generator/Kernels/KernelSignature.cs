namespace NetGen.Generator.Kernels;

/// <summary>
/// What a kernel is called with. <c>p</c>, <c>g</c>, <c>s</c> and <c>a</c> are the slabs of parameters, gradients, scratch and activations;
/// <c>rows</c> are the rows that it works on, or the examples where there is a window; the other arguments are lengths, offsets into the
/// slabs, and constants.
/// </summary>
internal sealed class KernelSignature
{
    private readonly (string Type, string Name)[] parameters;
    private readonly Kernel kernel;

    public KernelSignature(Kernel kernel)
    {
        this.kernel = kernel;
        Product product = kernel.Product;
        parameters =
        [
            ("in RowRange", "rows"),
            .. product.TakesWindow ? [("in ConvolutionWindow", "window")] : NoParameters,
            .. product.Dimensions.Select(static name => ("int", name)),
            .. Slabs(kernel).Select(static name => ("ref float", name)),
            .. product.Weights.Select(static name => ("nint", name)),
            .. product.UsesScratch ? [("ref float", "s")] : NoParameters,
            ("ref float", "a"),
            ("nint", product.Source),
            .. kernel.Operands.Select(static slot => (slot.Type, slot.Name)),
            .. product.HandsOver ? [("ref TUpdate", "update")] : NoParameters,
        ];
    }

    private static (string Type, string Name)[] NoParameters => [];

    /// <summary>The slabs of what its weights are, in front of their offsets.</summary>
    public static string[] Slabs(Kernel kernel) => kernel.Product.SumsOverRows ? ["g"] : kernel.ReadsParameters ? ["p"] : [];

    /// <summary>The call that passes all parameters on.</summary>
    public string Call => $"{kernel.Name}({Arguments(parameters)})";

    /// <summary>Its parameters, of its operands only the given ones.</summary>
    public string ParametersFor(ICollection<string> operands) =>
        Declare(parameters.Where(p => operands.Contains(p.Name) || !IsOperand(p.Name)));

    /// <summary>The arguments of its product, passed on.</summary>
    public string ProductArguments =>
        Arguments(parameters.Where(p => !IsOperand(p.Name) || kernel.Product.Operands.Any(slot => slot.Name == p.Name)));

    /// <summary>The arguments of a kernel over the rows that an observed value lies in.</summary>
    public static string RowsArguments(Kernel kernel, string rows, string width) =>
        $"{rows}, {width}, {(kernel.ReadsParameters ? "ref p, " : "")}ref a, from: observed";

    /// <summary>The header of the method.</summary>
    public string Declaration(string modifiers) =>
        $"{modifiers} void {kernel.Name}{(kernel.Product.HandsOver ? "<TUpdate>" : "")}({Declare(parameters)})"
        + (kernel.Product.HandsOver ? "\n    where TUpdate : struct, IParameterUpdate" : "");

    private bool IsOperand(string name) => kernel.Operands.Any(slot => slot.Name == name);

    private static string Declare(IEnumerable<(string Type, string Name)> parameters) =>
        string.Join(", ", parameters.Select(static p => p.Type + " " + p.Name));

    private static string Arguments(IEnumerable<(string Type, string Name)> parameters) =>
        string.Join(", ", parameters.Select(static p => p.Type.StartsWith("ref", StringComparison.Ordinal) ? "ref " + p.Name : p.Name));
}
