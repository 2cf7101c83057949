namespace NetGen.Generator;

/// <summary>
/// Writes prediction, forward and backward pass as straight lines: a kernel call for each fused operation, with literal dimensions and offsets.
/// </summary>
internal sealed class PassWriter
{
    // The just-in-time compiler gives up optimising a method of more than 60,000 bytes of IL or 2,000 basic blocks; a call with its probe
    // takes about 150 bytes and three blocks. Longer passes are split.
    private const int CallsPerMethod = 128;

    private readonly ScheduledNetwork network;
    private readonly CodeWriter code;
    private readonly Dictionary<int, int> parameters;
    private readonly Dictionary<int, int> prediction;
    private readonly Dictionary<int, int> step;

    public PassWriter(ScheduledNetwork network, CodeWriter code)
    {
        this.network = network;
        this.code = code;
        parameters = network.Parameters.Slots.ToDictionary(static slot => slot.Value, static slot => slot.Offset);
        prediction = network.PredictionMemory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
        step = network.StepMemory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
    }

    private Graph Graph => network.Training.Graph;

    public void Write()
    {
        var predict = new Pass("Infer", "", "ref float p, ref float a, int rows", "ref p, ref a, rows", "");
        WritePass(predict, network.Prediction, call => code.Line(Line(call, prediction)));

        string scratch = CodeWriter.Literal(network.StepMemory.Scratch);
        WritePass(
            new Pass(
                "Forward", "<TProbe>", "ref float p, ref float s, int rows, ref TProbe probe", "ref p, ref s, rows, ref probe",
                $"ref float a = ref Unsafe.Add(ref s, {scratch});", "where TProbe : struct, IProbe"),
            network.Step.Forward, WriteForward);
        WritePass(
            new Pass(
                "Backward", "<TUpdate, TProbe>", "ref float p, ref float g, ref float s, int rows, ref TUpdate update, ref TProbe probe",
                "ref p, ref g, ref s, rows, ref update, ref probe",
                $"ref float a = ref Unsafe.Add(ref s, {scratch});", "where TUpdate : struct, IParameterUpdate", "where TProbe : struct, IProbe"),
            network.Step.Backward, WriteBackward);
        new ObserverWriter(code).Write(network.Step.Forward);
    }

    private sealed record Pass(string Name, string TypeParameters, string Parameters, string Arguments, string Prologue, params string[] Constraints);

    private void WritePass(Pass pass, EquatableArray<KernelCall> calls, Action<KernelCall> write)
    {
        if (calls.Count <= CallsPerMethod)
        {
            WriteMethod("public", pass.Name, calls);
            return;
        }

        int parts = (calls.Count + CallsPerMethod - 1) / CallsPerMethod;
        using (OpenMethod("public", pass.Name))
        {
            for (int part = 1; part <= parts; part++)
                code.Line($"{pass.Name}{part}({pass.Arguments});");
        }

        code.Line();
        for (int part = 1; part <= parts; part++)
            WriteMethod("private", $"{pass.Name}{part}", calls.Skip((part - 1) * CallsPerMethod).Take(CallsPerMethod));

        void WriteMethod(string access, string name, IEnumerable<KernelCall> lines)
        {
            using (OpenMethod(access, name))
            {
                code.Line("nint n = rows;");
                if (pass.Prologue.Length > 0)
                    code.Line(pass.Prologue);
                foreach (KernelCall call in lines)
                {
                    code.Line();
                    code.Line($"// {Graph.Layers[call.Layer].Name}: {Formula.Of(call, Graph)}");
                    write(call);
                }
            }

            code.Line();
        }

        CodeWriter.Block OpenMethod(string access, string name) => code.Open(
            "[MethodImpl(MethodImplOptions.AggressiveOptimization)]\n"
            + $"{access} static void {name}{pass.TypeParameters}({pass.Parameters})" + string.Concat(pass.Constraints.Select(static constraint => "\n    " + constraint)));
    }

    private string Line(KernelCall call, Dictionary<int, int> buffers)
    {
        Kernel kernel = call.Kernel;
        List<string> arguments = ["rows"];
        if (call.Weight is int weight)
        {
            EquatableArray<int> shape = Graph[weight].Shape!.Dimensions;
            arguments.AddRange([CodeWriter.Literal(shape[1]), CodeWriter.Literal(shape[0])]);
            arguments.Add(kernel.Product == Product.WeightGradient ? "ref g" : "ref p");
            arguments.Add($"weight: {CodeWriter.Literal(parameters[weight])}");
            if (call.Bias is int bias)
                arguments.Add($"bias: {CodeWriter.Literal(parameters[bias])}");
        }
        else
        {
            arguments.Add(CodeWriter.Literal(Graph[call.Source].Shape!.Width));
        }

        if (kernel.Product == Product.InputGradient)
            arguments.Add("ref s");
        arguments.Add("ref a");
        string source = Offset(call.Source, buffers);
        switch (kernel.Product)
        {
            case Product.Linear:
                arguments.Add("x: " + source);
                break;
            case Product.InputGradient:
                arguments.Add("dz: " + source);
                break;
            case Product.WeightGradient:
                arguments.AddRange([$"x: {Offset(call.Operands[0], buffers)}", "dz: " + source, "ref update"]);
                break;
            default:
                arguments.Add("from: " + source);
                break;
        }

        arguments.AddRange(kernel.Operands.Zip(call.Operands, (name, value) => $"{name}: {Offset(value, buffers)}"));
        return $"Kernels.{kernel.Name}({string.Join(", ", arguments)});";
    }

    private static string Offset(int value, Dictionary<int, int> buffers) => CodeWriter.Literal(buffers[value]) + " * n";

    private void WriteForward(KernelCall call)
    {
        code.Line(Line(call, step));
        Layer layer = Graph.Layers[call.Layer];
        EquatableArray<int> shape = Graph[call.Weight!.Value].Shape!.Dimensions;
        string bias = call.Bias is int b ? $"bias: {CodeWriter.Literal(parameters[b])}, " : "";
        code.Line("if (TProbe.Observes)");
        code.Line($"    {ObserverWriter.NameFor(call)}(ref probe, {CodeWriter.Literal(call.Layer)}, \"{layer.Name}\", rows, {CodeWriter.Literal(shape[1])}, {CodeWriter.Literal(shape[0])}, "
            + $"ref p, weight: {CodeWriter.Literal(parameters[call.Weight.Value])}, {bias}ref a, x: {Offset(call.Source, step)}, "
            + $"observed: {CodeWriter.Literal(network.StepMemory.Observed)} * n, stream: {Offset(layer.Stream, step)});");
    }

    private void WriteBackward(KernelCall call)
    {
        code.Line(Line(call, step));
        if (call.Kernel.Product != Product.WeightGradient)
            return;
        string name = ((Parameter)Graph[call.Weight!.Value].Operation).Path;
        EquatableArray<int> shape = Graph[call.Weight.Value].Shape!.Dimensions;
        string layer = CodeWriter.Literal(call.Layer);
        using (code.Open("if (TProbe.Observes)"))
        {
            code.Line($"Observe.Rows(ref probe, Observation.PreActivationGradient, {layer}, \"{Graph.Layers[call.Layer].Name}\", ref Unsafe.Add(ref a, {Offset(call.Source, step)}), rows, {CodeWriter.Literal(shape[0])});");
            code.Line($"Observe.Weight(ref probe, Observation.WeightGradient, {layer}, \"{name}\", ref Unsafe.Add(ref g, {CodeWriter.Literal(parameters[call.Weight.Value])}), {CodeWriter.Literal(shape[0])}, {CodeWriter.Literal(shape[1])});");
            if (call.Bias is int bias)
                code.Line($"Observe.Bias(ref probe, Observation.BiasGradient, {layer}, \"{((Parameter)Graph[bias].Operation).Path}\", ref Unsafe.Add(ref g, {CodeWriter.Literal(parameters[bias])}), {CodeWriter.Literal(shape[0])});");
        }
    }
}
