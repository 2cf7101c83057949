namespace NetGen.Generator;

/// <summary>Writes calls of kernels and routines, with the literal dimensions and offsets of one schedule.</summary>
/// <param name="graph">The schedule's graph.</param>
/// <param name="memory">Where its values lie.</param>
/// <param name="parameters">Where every parameter lies, by path.</param>
internal sealed class CallWriter(Graph graph, BufferPlan memory, IReadOnlyDictionary<string, int> parameters)
{
    private readonly Dictionary<int, int> buffers = memory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);

    public Graph Graph => graph;

    /// <summary>The call as a statement.</summary>
    public string Line(Call call) => call is RoutineCall routine
        ? $"{routine.Routine.Routine}({string.Join(", ", Arguments(routine))});"
        : $"Kernels.{((KernelCall)call).Kernel.Name}({string.Join(", ", ProductArguments((KernelCall)call).Concat(EpilogueArguments((KernelCall)call)))});";

    /// <summary>What the product of a kernel works on.</summary>
    public IReadOnlyList<string> ProductArguments(KernelCall call)
    {
        Kernel kernel = call.Kernel;
        bool isGradient = kernel.IsWeightGradient;
        List<string> arguments = ["rows"];
        if (call.Weight is int weight)
        {
            EquatableArray<int> shape = graph[weight].Shape!.Dimensions;
            arguments.AddRange([CodeWriter.Literal(shape[1]), CodeWriter.Literal(shape[0])]);
            arguments.Add(isGradient ? "ref g" : "ref p");
            arguments.Add($"weight: {Parameter(weight)}");
            if (call.Bias is int bias)
                arguments.Add($"bias: {Parameter(bias)}");
        }
        else
        {
            arguments.Add(CodeWriter.Literal(graph[call.Source].Shape!.Width));
            if (kernel.ReadsParameters)
                arguments.Add("ref p");
        }

        if (kernel.Product == Product.InputGradient)
            arguments.Add("ref s");
        arguments.Add("ref a");
        string source = kernel.Product switch { Product.Linear => "x", Product.InputGradient => "dz", _ when isGradient => "dz", _ => "from" } + ": " + Buffer(call.Source);
        IEnumerable<string> operands = Operands(call).Take(kernel.ProductOperands.Count).Select(static operand => operand.Argument);
        arguments.AddRange(isGradient ? operands.Append(source) : operands.Prepend(source));
        if (kernel.Product == Product.WeightGradient)
            arguments.Add("ref update");
        return arguments;
    }

    /// <summary>What its epilogue works on, or some of that, by the names of parameters.</summary>
    public IEnumerable<string> EpilogueArguments(KernelCall call, ICollection<string>? only = null) => Operands(call)
        .Skip(call.Kernel.ProductOperands.Count).Where(operand => only is null || only.Contains(operand.Name)).Select(static operand => operand.Argument);

    /// <summary>The offset of a value's buffer.</summary>
    public string Buffer(int value) => CodeWriter.Literal(buffers[value]) + " * n";

    /// <summary>The offset of a parameter, and of its gradient.</summary>
    public string Parameter(int value) => CodeWriter.Literal(parameters[PathOf(value)]);

    /// <summary>The path of a parameter.</summary>
    public string PathOf(int value) => ((ParameterValue)graph[value].Operation).Path;

    private IEnumerable<(string Name, string Argument)> Operands(KernelCall call) =>
        call.Kernel.Operands.Zip(call.Operands, (slot, operand) => (slot.Name, $"{slot.Name}: {slot.Kind switch
        {
            OperandKind.Constant => CodeWriter.Literal(operand.Constant),
            OperandKind.Vector or OperandKind.Number => Parameter(operand.Value),
            _ => Buffer(operand.Value),
        }}"));

    private List<string> Arguments(RoutineCall call)
    {
        Node node = graph[call.Result];
        Shape[] shapes = [.. node.Inputs.Select(input => graph[input].Shape!)];
        List<string> arguments = ["rows", .. call.Routine.Numbers(shapes, node.Shape!)];
        if (node.Operation is DropoutMask)
            arguments.Add($"ref Unsafe.Add(ref s, {CodeWriter.Literal(memory.RandomKey!.Value)})");
        if (shapes.Any(static shape => !shape.Batched))
            arguments.Add("ref p");
        arguments.Add("ref a");
        arguments.AddRange(call.Routine.InputNames.Zip(node.Inputs, (name, input) => $"{name}: {(graph[input].Shape!.Batched ? Buffer(input) : Parameter(input))}"));
        if (call.Gradient is int parameter)
            arguments.AddRange(["ref g", $"to: {Parameter(parameter)}"]);
        else
            arguments.Add($"to: {Buffer(call.Result)}");
        if (call.Shared)
            arguments.Add("add: true");
        return arguments;
    }
}
