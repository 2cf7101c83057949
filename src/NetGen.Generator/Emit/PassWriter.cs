namespace NetGen.Generator;

/// <summary>
/// Writes prediction, forward and backward pass as straight lines: a call for each fused operation, with literal dimensions and offsets.
/// </summary>
internal sealed class PassWriter
{
    // The just-in-time compiler gives up optimising a method of more than 60,000 bytes of IL or 2,000 basic blocks; a call with its probe
    // takes about 150 bytes and three blocks. Longer passes are split.
    private const int CallsPerMethod = 128;

    private readonly ScheduledNetwork network;
    private readonly ObservationPlan observations;
    private readonly CodeWriter code;
    private readonly ObserverWriter observers;
    private readonly Dictionary<string, int> parameters;
    private readonly Buffers prediction;
    private readonly Buffers step;

    public PassWriter(ScheduledNetwork network, ObservationPlan observations, CodeWriter code)
    {
        this.network = network;
        this.observations = observations;
        this.code = code;
        observers = new ObserverWriter(code);
        parameters = network.Parameters.Slots.ToDictionary(slot => PathOf(network.Forward, slot.Value), static slot => slot.Offset);
        prediction = new Buffers(network.Predicting, network.PredictionMemory);
        step = new Buffers(network.Training.Graph, network.StepMemory);
    }

    private Graph Graph => step.Graph;

    public void Write()
    {
        WritePass(
            new Pass("Infer", "", "ref float p, ref float a, int rows", "ref p, ref a, rows", ""), prediction, network.Prediction,
            (call, _) => code.Line(Line(call, prediction)));

        string scratch = CodeWriter.Literal(network.StepMemory.Scratch);
        WritePass(
            new Pass(
                "Forward", "<TProbe>", "ref float p, ref float s, int rows, ref TProbe probe", "ref p, ref s, rows, ref probe",
                $"ref float a = ref Unsafe.Add(ref s, {scratch});", "where TProbe : struct, IProbe"),
            step, network.Step.Forward, WriteForward);
        WritePass(
            new Pass(
                "Backward", "<TUpdate, TProbe>", "ref float p, ref float g, ref float s, int rows, ref TUpdate update, ref TProbe probe",
                "ref p, ref g, ref s, rows, ref update, ref probe",
                $"ref float a = ref Unsafe.Add(ref s, {scratch});", "where TUpdate : struct, IParameterUpdate", "where TProbe : struct, IProbe")
            {
                Begin = network.Step.Shared.Select(parameter => $"Sums.Clear(ref g, {Range(parameter)});"),
                End = network.Step.Shared.SelectMany(parameter => new[] { Finished(parameter), "if (TProbe.Observes)", "    " + ObserveGradient(parameter) }),
            },
            step, network.Step.Backward, (call, _) => WriteBackward(call));
        observers.Write();
    }

    private sealed record Pass(string Name, string TypeParameters, string Parameters, string Arguments, string Prologue, params string[] Constraints)
    {
        /// <summary>Lines in front of everything else.</summary>
        public IEnumerable<string> Begin { get; init; } = [];

        /// <summary>Lines behind everything else.</summary>
        public IEnumerable<string> End { get; init; } = [];
    }

    /// <summary>Where the values of a schedule lie.</summary>
    private sealed class Buffers(Graph graph, MemoryPlan memory)
    {
        private readonly Dictionary<int, int> offsets = memory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);

        public Graph Graph => graph;

        public string this[int value] => CodeWriter.Literal(offsets[value]) + " * n";
    }

    private void WritePass(Pass pass, Buffers buffers, EquatableArray<Call> calls, Action<Call, int> write)
    {
        int parts = (calls.Count + CallsPerMethod - 1) / CallsPerMethod;
        if (parts <= 1)
        {
            WriteMethod("public", pass.Name, 0, calls.Count);
            return;
        }

        using (OpenMethod("public", pass.Name))
        {
            for (int part = 1; part <= parts; part++)
                code.Line($"{pass.Name}{part}({pass.Arguments});");
        }

        code.Line();
        for (int part = 1; part <= parts; part++)
            WriteMethod("private", $"{pass.Name}{part}", (part - 1) * CallsPerMethod, Math.Min(calls.Count, part * CallsPerMethod));

        void WriteMethod(string access, string name, int start, int end)
        {
            using (OpenMethod(access, name))
            {
                code.Line("nint n = rows;");
                if (pass.Prologue.Length > 0)
                    code.Line(pass.Prologue);
                if (start == 0)
                    WriteLines("gradients that are sums over several uses begin at zero", pass.Begin);
                for (int line = start; line < end; line++)
                {
                    code.Line();
                    code.Line($"// {buffers.Graph.Layers[calls[line].Layer].Name}: {Formula.Of(calls[line], buffers.Graph)}");
                    write(calls[line], line);
                }

                if (end == calls.Count)
                    WriteLines("gradients that are sums over several uses are finished", pass.End);
            }

            code.Line();
        }

        void WriteLines(string comment, IEnumerable<string> lines)
        {
            if (!lines.Any())
                return;
            code.Line();
            code.Line("// " + comment);
            foreach (string line in lines)
                code.Line(line);
        }

        CodeWriter.Block OpenMethod(string access, string name) => code.Open(
            "[MethodImpl(MethodImplOptions.AggressiveOptimization)]\n"
            + $"{access} static void {name}{pass.TypeParameters}({pass.Parameters})" + string.Concat(pass.Constraints.Select(static constraint => "\n    " + constraint)));
    }

    private string Line(Call call, Buffers buffers) => call is RoutineCall routine
        ? $"{routine.Routine.Routine}({string.Join(", ", Arguments(routine, buffers))});"
        : $"Kernels.{((KernelCall)call).Kernel.Name}({string.Join(", ", ProductArguments((KernelCall)call, buffers).Concat(EpilogueArguments((KernelCall)call, buffers)))});";

    // What the product of a kernel works on.
    private List<string> ProductArguments(KernelCall call, Buffers buffers)
    {
        Kernel kernel = call.Kernel;
        bool isGradient = kernel.Product is Product.WeightGradient or Product.SharedWeightGradient;
        List<string> arguments = ["rows"];
        if (call.Weight is int weight)
        {
            EquatableArray<int> shape = buffers.Graph[weight].Shape!.Dimensions;
            arguments.AddRange([CodeWriter.Literal(shape[1]), CodeWriter.Literal(shape[0])]);
            arguments.Add(isGradient ? "ref g" : "ref p");
            arguments.Add($"weight: {Offset(weight, buffers.Graph)}");
            if (call.Bias is int bias)
                arguments.Add($"bias: {Offset(bias, buffers.Graph)}");
        }
        else
        {
            arguments.Add(CodeWriter.Literal(buffers.Graph[call.Source].Shape!.Width));
            if (kernel.ReadsParameters)
                arguments.Add("ref p");
        }

        if (kernel.Product == Product.InputGradient)
            arguments.Add("ref s");
        arguments.Add("ref a");
        string source = kernel.Product switch { Product.Linear => "x", Product.InputGradient => "dz", _ when isGradient => "dz", _ => "from" } + ": " + buffers[call.Source];
        IEnumerable<string> operands = Named(call, buffers).Take(kernel.ProductOperands.Count);
        arguments.AddRange(isGradient ? operands.Append(source) : operands.Prepend(source));
        if (kernel.Product == Product.WeightGradient)
            arguments.Add("ref update");
        return arguments;
    }

    private IEnumerable<string> EpilogueArguments(KernelCall call, Buffers buffers) => Named(call, buffers).Skip(call.Kernel.ProductOperands.Count);

    private IEnumerable<string> Named(KernelCall call, Buffers buffers) =>
        call.Kernel.Operands.Zip(call.Operands, (slot, operand) => $"{slot.Name}: {slot.Kind switch
        {
            OperandKind.Constant => CodeWriter.Literal(operand.Constant),
            OperandKind.Vector or OperandKind.Number => Offset(operand.Value, buffers.Graph),
            _ => buffers[operand.Value],
        }}");

    private List<string> Arguments(RoutineCall call, Buffers buffers)
    {
        Node node = buffers.Graph[call.Result];
        List<Shape> shapes = [.. node.Inputs.Select(input => buffers.Graph[input].Shape!)];
        List<string> given = [];
        List<string> arguments = ["rows", .. call.Routine.Numbers(shapes, node.Shape!)];
        if (node.Operation is DropoutMask)
            arguments.Add($"ref Unsafe.Add(ref s, {CodeWriter.Literal(network.StepMemory.RandomKey!.Value)})");
        foreach ((int input, int index) in node.Inputs.Select(static (input, index) => (input, index)))
        {
            bool isBuffer = shapes[index].Batched;
            if (!isBuffer)
                arguments.Add("ref p");
            given.Add($"{call.Routine.InputNames[index]}: {(isBuffer ? buffers[input] : Offset(input, buffers.Graph))}");
        }

        arguments.Add("ref a");
        arguments.AddRange(given);
        if (call.Gradient is int parameter)
        {
            arguments.AddRange(["ref g", $"to: {Offset(parameter, buffers.Graph)}"]);
            if (call.Shared)
                arguments.Add("add: true");
        }
        else
        {
            arguments.Add($"to: {buffers[call.Result]}");
        }

        return arguments;
    }

    private string Offset(int parameter, Graph graph) => CodeWriter.Literal(parameters[PathOf(graph, parameter)]);

    private string Range(int parameter) =>
        $"{Offset(parameter, Graph)}, {CodeWriter.Literal(Plan.LengthOf(((Parameter)Graph[parameter].Operation).Shape))}";

    private static string PathOf(Graph graph, int parameter) => ((Parameter)graph[parameter].Operation).Path;

    private void WriteForward(Call call, int line)
    {
        code.Line(Line(call, step));
        EquatableArray<ObservedLayer> observed = observations.ByCall[line];
        if (observed.Count == 0)
            return;

        WriteObserving(observed.SelectMany(layer => ObserveLayer(call, layer)));
    }

    private IEnumerable<string> ObserveLayer(Call call, ObservedLayer layer)
    {
        string of = $"{CodeWriter.Literal(layer.Layer)}, \"{Graph.Layers[layer.Layer].Name}\"";
        if (ObserverWriter.Recomputes(layer))
        {
            var kernel = (KernelCall)call;
            (string name, IReadOnlyCollection<string> operands) = observers.MethodFor(kernel, layer);
            IEnumerable<string> taken = kernel.Kernel.Operands.Zip(Named(kernel, step), static (slot, argument) => (slot, argument))
                .Skip(kernel.Kernel.ProductOperands.Count).Where(pair => operands.Contains(pair.slot.Name)).Select(static pair => pair.argument);
            IEnumerable<string> stored = layer.Values.Where(static value => value.Step is null).Select(value => $"{ObserverWriter.Stored(value)}: {step[value.Value]}");
            yield return $"{name}({string.Join(", ", new[] { "ref probe", of }.Concat(ProductArguments(kernel, step)).Concat(taken)
                .Append($"observed: {CodeWriter.Literal(network.StepMemory.Observed)} * n").Concat(stored))});";
        }
        else if (layer.Values.Count == 3 && layer.Values.All(value => value.Value == layer.Values[0].Value))
        {
            yield return $"Observe.Layer(ref probe, {of}, {Rows(layer.Values[0].Value)});";
        }
        else
        {
            foreach (ObservedValue value in layer.Values)
                yield return $"Observe.Rows(ref probe, Observation.{value.Observation}, {of}, {Rows(value.Value)});";
        }

        string Rows(int value) => $"ref Unsafe.Add(ref a, {step[value]}), rows, {CodeWriter.Literal(Graph[value].Shape!.Width)}";
    }

    private void WriteObserving(IEnumerable<string> statements)
    {
        string[] lines = [.. statements];
        if (lines.Length == 1)
        {
            code.Line("if (TProbe.Observes)");
            code.Line("    " + lines[0]);
            return;
        }

        using (code.Open("if (TProbe.Observes)"))
        {
            foreach (string line in lines)
                code.Line(line);
        }
    }

    private void WriteBackward(Call call)
    {
        code.Line(Line(call, step));
        switch (call)
        {
            case KernelCall { Weight: int weight, Kernel.Product: Product.WeightGradient or Product.SharedWeightGradient } product:
                IEnumerable<int> finished = product.Kernel.Product == Product.WeightGradient ? new int?[] { weight, product.Bias }.OfType<int>() : [];
                WriteObserving(finished.Select(ObserveGradient).Prepend(
                    $"Observe.Rows(ref probe, Observation.PreActivationGradient, {CodeWriter.Literal(call.Layer)}, \"{Graph.Layers[call.Layer].Name}\", "
                    + $"ref Unsafe.Add(ref a, {step[product.Source]}), rows, {CodeWriter.Literal(Graph[product.Source].Shape!.Width)});"));
                break;

            case RoutineCall { Gradient: int parameter, Shared: false }:
                code.Line(Finished(parameter));
                WriteObserving([ObserveGradient(parameter)]);
                break;
        }
    }

    private string Finished(int parameter) => $"update.Finished({Range(parameter)});";

    private string ObserveGradient(int parameter)
    {
        Node node = Graph[parameter];
        string path = PathOf(Graph, parameter);
        (string method, string observation) = node.Shape!.Dimensions.Count == 2
            ? ("Weight", "WeightGradient")
            : ("Bias", path.EndsWith(".bias", StringComparison.Ordinal) ? "BiasGradient" : "WeightGradient");
        return $"Observe.{method}(ref probe, Observation.{observation}, {CodeWriter.Literal(node.Layer)}, \"{path}\", ref Unsafe.Add(ref g, {Offset(parameter, Graph)}), "
            + $"{string.Join(", ", node.Shape.Dimensions.Select(static dimension => CodeWriter.Literal(dimension)))});";
    }
}
