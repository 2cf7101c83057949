using NetGen.Generator.Graphs;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The maths of a kernel as a comment: with the names of a network's values, or with those of the kernel's own parameters.
/// </summary>
internal sealed class Formula
{
    private readonly List<string> statements = [];
    private string value;
    private bool isSum;
    private string kept = "";

    private Formula(Kernel kernel, string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands)
    {
        value = kernel.Product.Describe(source, weights, operands);
        isSum = kernel.Product.IsSum;
        int operand = kernel.Product.Operands.Count;
        foreach (EpilogueStep step in kernel.Epilogue)
            step.Describe(this, step.Operand is null ? "" : operands[operand++]);
    }

    /// <summary>The formula of a call in a pass, such as <c>h2 = h1 + ReLU(h1·W2ᵀ + b2)</c>.</summary>
    public static string Of(Call call, Graph graph) => call switch
    {
        RoutineCall { Routine: var routine } =>
            $"{graph[call.Result].Name} = {routine.Describe([.. graph[call.Result].Inputs.Select(input => graph[input].Name)])}",
        KernelCall kernel => new Formula(
            kernel.Kernel, graph[kernel.Source].Name, [.. kernel.Weights.Select(weight => graph[weight].Name)],
            [.. kernel.Operands.Select(operand => NameOf(operand, graph))]).ToString(),
        _ => throw new InvalidOperationException($"{call} has no formula."),
    };

    /// <summary>The formula of a kernel, such as <c>to = add + ReLU(x·Wᵀ + b)</c>.</summary>
    public static string Of(Kernel kernel) =>
        new Formula(kernel, kernel.Product.Source, ["W", "b"], [.. kernel.Operands.Select(static slot => slot.Name)]).ToString();

    /// <summary>A derivative by the name of a value that holds it, or by the function's where that says nothing.</summary>
    public static string Derivative(ActivationFunction function, string name) => name.Contains("'") ? name : function.Name + "'(z)";

    private static string NameOf(Operand operand, Graph graph) =>
        operand.Value < 0 ? Numbers.Shortest(operand.Constant) : graph[operand.Value].Name;

    public void Apply(string function) => (value, isSum) = ($"{function}({value})", false);

    public void Add(string term) => (value, isSum) = ($"{value} + {term}", true);

    public void AddTo(string term) => (value, isSum) = ($"{term} + {value}", true);

    public void Multiply(string factor) => (value, isSum) = ($"{InParentheses} ⊙ {factor}", true);

    public void Scale(string factor) => (value, isSum) = ($"{factor}·{InParentheses}", true);

    public void Keep(string name) => kept = $"; keeps {name}";

    public void Store(string name)
    {
        statements.Add($"{name} = {value}");
        (value, isSum) = (name, false);
    }

    public override string ToString() => (statements.Count == 0 ? value : string.Join(", ", statements)) + kept;

    private string InParentheses => isSum ? $"({value})" : value;
}
