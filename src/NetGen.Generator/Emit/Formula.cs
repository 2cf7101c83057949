namespace NetGen.Generator;

/// <summary>Writes the maths of a kernel as a comment: with the names of a network's values, or with those of the kernel's own parameters.</summary>
internal static class Formula
{
    /// <summary>The formula of a line of a pass, such as <c>h2 = h1 + ReLU(h1·W2ᵀ + b2)</c>.</summary>
    public static string Of(Call call, Graph graph) => call is RoutineCall routine
        ? $"{graph[call.Result].Name} = {routine.Routine.Describe([.. graph[call.Result].Inputs.Select(input => graph[input].Name)])}"
        : Of((KernelCall)call, graph);

    private static string Of(KernelCall call, Graph graph)
    {
        string source = graph[call.Source].Name;
        string weight = call.Weight is int w ? graph[w].Name : "";
        string bias = call.Bias is int b ? graph[b].Name : "";
        return call.Kernel.IsWeightGradient
            ? WeightGradient(call.Kernel, graph[call.Operands[0].Value].Name, source, "d" + weight, "d" + bias)
            : Rows(call.Kernel, source, weight, bias, [.. call.Operands.Select(operand => operand.Value < 0 ? CodeWriter.Literal(operand.Constant).TrimEnd('f') : graph[operand.Value].Name)]);
    }

    /// <summary>The formula of a kernel, such as <c>to = add + ReLU(x·Wᵀ + b)</c>.</summary>
    public static string Of(Kernel kernel) => kernel.IsWeightGradient
        ? WeightGradient(kernel, "x", "dz", "dW", "db")
        : Rows(kernel, kernel.Product switch { Product.Linear => "x", Product.InputGradient => "dz", _ => "from" }, "W", "b", [.. kernel.Operands.Select(static slot => slot.Name)]);

    private static string WeightGradient(Kernel kernel, string x, string dz, string weight, string bias) =>
        $"{weight} {Sign(kernel)} {dz}ᵀ·{x}" + (kernel.Bias ? $", {bias} {Sign(kernel)} Σ {dz}" : "");

    private static string Sign(Kernel kernel) => kernel.Product == Product.SharedWeightGradient ? "+=" : "=";

    private static string Rows(Kernel kernel, string source, string weight, string bias, string[] operands)
    {
        string value = kernel.Product switch
        {
            Product.Linear => $"{source}·{weight}ᵀ" + (kernel.Bias ? " + " + bias : ""),
            Product.InputGradient => $"{source}·{weight}",
            Product.RmsNorm => $"RmsNorm({source})",
            Product.LayerNorm => $"LayerNorm({source})",
            Product.RmsNormGradient => $"RmsNorm'({operands[0]}, {source})",
            Product.LayerNormGradient => $"LayerNorm'({operands[0]}, {source})",
            _ => source,
        };
        List<string> statements = [];
        int operand = kernel.ProductOperands.Count;
        string kept = "";
        bool isSum = kernel.Product is Product.Linear or Product.InputGradient;
        foreach (EpilogueStep step in kernel.Epilogue)
        {
            switch (step)
            {
                case EpilogueStep.Activate { Function.Name: var function, Keep: var keep }:
                    if (keep)
                        kept = $"; keeps {(operands[operand++] is var name && name.Contains("'") ? name : function + "'(z)")}";
                    value = $"{function}({value})";
                    isSum = false;
                    break;
                case EpilogueStep.KeepInverse:
                    kept = $"; keeps {operands[operand++]}";
                    break;
                case EpilogueStep.AddVector:
                    value = $"{value} + {operands[operand++]}";
                    isSum = true;
                    break;
                case EpilogueStep.AddRows:
                    value = $"{operands[operand++]} + {value}";
                    isSum = true;
                    break;
                case EpilogueStep.Backpropagate { Function.Name: var function }:
                    string derivative = operands[operand++];
                    value = $"{(isSum ? $"({value})" : value)} ⊙ {(derivative.Contains("'") ? derivative : function + "'(z)")}";
                    isSum = true;
                    break;
                case EpilogueStep.MultiplyRows or EpilogueStep.ScaleByVector:
                    value = $"{(isSum ? $"({value})" : value)} ⊙ {operands[operand++]}";
                    isSum = true;
                    break;
                case EpilogueStep.ScaleByNumber or EpilogueStep.ScaleByConstant:
                    value = $"{operands[operand++]}·{(isSum ? $"({value})" : value)}";
                    isSum = true;
                    break;
                case EpilogueStep.Store:
                    string result = operands[operand++];
                    statements.Add($"{result} = {value}");
                    value = result;
                    isSum = false;
                    break;
            }
        }

        return string.Join(", ", statements) + kept;
    }
}
