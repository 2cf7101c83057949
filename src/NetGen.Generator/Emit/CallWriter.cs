using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>Writes calls of kernels and routines, with the literal dimensions and named offsets of one schedule.</summary>
internal sealed class CallWriter
{
    private readonly Graph graph;
    private readonly BufferPlan memory;
    private readonly ParameterOffsets parameters;
    private readonly Dictionary<int, (string Name, int Offset)> buffers = [];

    /// <param name="graph">The schedule's graph.</param>
    /// <param name="memory">Where its values lie.</param>
    /// <param name="parameters">Where every parameter lies.</param>
    /// <param name="identifiers">Gives names to buffers.</param>
    public CallWriter(Graph graph, BufferPlan memory, ParameterOffsets parameters, Identifiers identifiers)
    {
        this.graph = graph;
        this.memory = memory;
        this.parameters = parameters;
        foreach (StoredValue buffer in memory.Buffers)
            buffers.Add(buffer.Value, (identifiers.Add(graph[buffer.Value].Name), buffer.Offset));
    }

    public Graph Graph => graph;

    private static string[] NoArguments => [];

    /// <summary>The call as a statement.</summary>
    public string Line(Call call)
    {
        if (call is RoutineCall routine)
            return $"{routine.Routine.Routine}({string.Join(", ", Arguments(routine))});";
        var kernel = (KernelCall)call;
        return $"Kernels.{kernel.Kernel.Name}({string.Join(", ", ProductArguments(kernel).Concat(EpilogueArguments(kernel)))});";
    }

    /// <summary>What the product of a kernel works on.</summary>
    public IReadOnlyList<string> ProductArguments(KernelCall call)
    {
        Kernel kernel = call.Kernel;
        Product product = kernel.Product;
        return
        [
            product.TakesWindow ? "rows" : RowsOf(graph[call.Source].Shape!),
            .. product.TakesWindow ? ["window: " + Literal(call.Window)] : NoArguments,
            .. product.DimensionsOf(call, graph).Select(static dimension => Numbers.Literal(dimension)),
            .. KernelSignature.Slabs(kernel).Select(static slab => "ref " + slab),
            .. product.Weights.Zip(call.Weights, (name, weight) => $"{name}: {Parameter(weight)}"),
            .. product.UsesScratch ? ["ref s"] : NoArguments,
            "ref a",
            $"{product.Source}: {Buffer(call.Source)}",
            .. Operands(call).Take(product.Operands.Count).Select(static operand => operand.Argument),
            .. product.HandsOver ? ["ref update"] : NoArguments,
        ];
    }

    private static string Literal(ConvolutionWindow window)
    {
        (int height, int width, int kernel, int stride, int before, int outHeight, int outWidth) = window;
        int[] numbers = [height, width, kernel, stride, before, outHeight, outWidth];
        return $"new({string.Join(", ", numbers.Select(static number => Numbers.Literal(number)))})";
    }

    /// <summary>What its epilogue works on; where names of parameters are given, only what those take.</summary>
    public IEnumerable<string> EpilogueArguments(KernelCall call, ICollection<string>? only = null) => Operands(call)
        .Skip(call.Kernel.Product.Operands.Count)
        .Where(operand => only is null || only.Contains(operand.Name))
        .Select(static operand => operand.Argument);

    /// <summary>The rows of a batched value: examples, or a row for each of their positions.</summary>
    public static string RowsOf(Shape value) => RowsOf(value.Positions);

    private static string RowsOf(int positions) => positions == 1 ? "rows" : $"rows{Numbers.Literal(positions)}";

    /// <summary>The numbers of positions, above 1, that calls go over.</summary>
    public IEnumerable<int> PositionsOf(IEnumerable<Call> calls) => calls
        .SelectMany(call => call.Reads.Concat(call is KernelCall ? call.Writes : []).Append(call.Result)
            .Select(value => graph[value].Shape!).Where(static shape => shape.Batched).Select(static shape => shape.Positions)
            .Append(call is RoutineCall { Routine.Positions: var positions } ? positions : 1))
        .Where(static positions => positions > 1).Distinct().OrderBy(static positions => positions);

    /// <summary>The constants that the buffers of values are named by, with a row's share of what lies before them.</summary>
    public string Declare(IEnumerable<int> values)
    {
        IEnumerable<string> constants = values.Distinct().Select(value => buffers[value]).OrderBy(static buffer => buffer.Offset)
            .Select(static buffer => $"{buffer.Name} = {Numbers.Literal(buffer.Offset)}");
        return $"const int {string.Join(", ", constants)};";
    }

    /// <summary>The offset of a value's buffer.</summary>
    public string Buffer(int value) => graph[value].Shape!.Batched ? buffers[value].Name + " * n" : buffers[value].Name;

    /// <summary>The offset of a parameter, and of its gradient.</summary>
    public string Parameter(int value) => parameters[(ParameterValue)graph[value].Operation];

    /// <summary>The path of a parameter.</summary>
    public string PathOf(int value) => ((ParameterValue)graph[value].Operation).Path;

    private IEnumerable<(string Name, string Argument)> Operands(KernelCall call) =>
        call.Kernel.Operands.Zip(call.Operands, (slot, operand) => (slot.Name, $"{slot.Name}: {slot.Kind switch
        {
            OperandKind.Constant => Numbers.Literal(operand.Constant),
            OperandKind.Vector or OperandKind.Number => Parameter(operand.Value),
            OperandKind.Rows or OperandKind.Row or OperandKind.Columns => Buffer(operand.Value),
            _ => throw new InvalidOperationException($"{slot.Kind} is no kind of operand."),
        }}"));

    private bool IsParameter(int value) => graph[value].Operation is ParameterValue;

    private List<string> Arguments(RoutineCall call)
    {
        Node node = graph[call.Result];
        Shape[] shapes = [.. node.Inputs.Select(input => graph[input].Shape!)];
        Shape? batched = shapes.Prepend(node.Shape!).FirstOrDefault(static shape => shape.Batched);
        string rows = call.Routine.TakesExamples ? "rows" : batched is null ? RowsOf(call.Routine.Positions) : RowsOf(batched);
        List<string> arguments = [rows, .. call.Routine.Arguments(shapes, node.Shape!)];
        if (call.Routine.ScratchOf(shapes, node.Shape!) > 0)
            arguments.Add("ref s");
        if (call.Routine.ReadsStepKey)
            arguments.Add($"ref Unsafe.Add(ref s, {Numbers.Literal(memory.StepKey!.Value)})");
        if (node.Inputs.Any(IsParameter))
            arguments.Add("ref p");
        arguments.Add("ref a");
        IEnumerable<string> inputs = node.Inputs.Select(input => IsParameter(input) ? Parameter(input) : Buffer(input));
        arguments.AddRange(call.Routine.InputNames.Zip(inputs, static (name, input) => $"{name}: {input}"));
        if (call.Gradient is int parameter)
            arguments.AddRange(["ref g", $"to: {Parameter(parameter)}"]);
        else
            arguments.Add($"to: {Buffer(call.Result)}");
        arguments.AddRange(call.Kept.Select(kept => $"{kept.Name}: {Buffer(kept.Value)}"));
        if (call.Shared)
            arguments.Add("add: true");
        return arguments;
    }
}
