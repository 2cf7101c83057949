using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>
/// Writes prediction, forward and backward pass as straight lines: a call for each fused operation, with literal dimensions and offsets.
/// There are two backward passes: for one thread, gradients of weights come as soon as they can, while what they are made of is in the
/// cache; threads that share a step compute all gradients of activations first, and wait for each other once.
/// </summary>
internal sealed class PassWriter
{
    // The just-in-time compiler gives up optimising a method of more than 60,000 bytes of IL or 2,000 basic blocks; a call with its probe
    // takes about 150 bytes and three blocks. Longer passes are split.
    private const int CallsPerMethod = 128;

    // The other names in a pass.
    private static readonly string[] Reserved = ["p", "g", "s", "a", "n", "rows", "probe", "update", "observed"];

    private readonly ScheduledNetwork network;
    private readonly ObservationPlan observations;
    private readonly CodeWriter code;
    private readonly ObserverWriter observers;
    private readonly ParameterOffsets parameters;
    private readonly CallWriter prediction;
    private readonly CallWriter? generation;
    private readonly CallWriter step;
    private readonly CallWriter teamStep;

    public PassWriter(ScheduledNetwork network, ObservationPlan observations, CodeWriter code)
    {
        this.network = network;
        this.observations = observations;
        this.code = code;
        observers = new ObserverWriter(code);
        Identifiers names = new(Reserved);
        parameters = new ParameterOffsets(network.Forward, network.Parameters, names);
        prediction = new CallWriter(network.Predicting, network.PredictionMemory, parameters, names.Copy());
        generation = network.GenerationMemory is { } memory
            ? new CallWriter(network.Predicting, memory, parameters, names.Copy())
            : null;
        step = new CallWriter(network.Training.Graph, network.StepMemory, parameters, names.Copy());
        teamStep = new CallWriter(network.Training.Graph, network.TeamStepMemory, parameters, names.Copy());
    }

    private Graph Graph => step.Graph;

    public void Write()
    {
        parameters.Write(code);
        WritePass(
            new Pass("Infer", "", "ref float p, ref float s, ref float a, in RowRange rows", "ref p, ref s, ref a, rows"),
            prediction, network.Prediction,
            (call, _) => code.Line(prediction.Line(call)));
        if (generation is not null)
        {
            WritePass(
                new Pass("InferNext", "", "ref float p, ref float s, ref float a, in RowRange rows", "ref p, ref s, ref a, rows"),
                generation, network.Prediction,
                (call, _) => code.Line(generation.Line(call)));
        }

        WritePass(
            new Pass(
                "Forward", "<TProbe>", "ref float p, ref float s, ref float a, in RowRange rows, ref TProbe probe",
                "ref p, ref s, ref a, rows, ref probe", "where TProbe : struct, IProbe")
            {
                Shown = line => observations.Forward[line]
                    .SelectMany(static layer => layer.Values)
                    .Where(static value => value.Step is null)
                    .Select(static value => value.Value),
            },
            step, network.Step.Forward, WriteForward, network.ForwardStages);
        WriteStages(
            "ForwardStage", "Forward", "ref p, ref s, ref a, rows, ref probe", network.ForwardStages, "NoProbe probe = default;");
        WritePass(
            new Pass(
                "Backward", "<TUpdate, TProbe>",
                "ref float p, ref float g, ref float s, ref float a, in RowRange rows, ref TUpdate update, ref TProbe probe",
                "ref p, ref g, ref s, ref a, rows, ref update, ref probe", Updates, "where TProbe : struct, IProbe")
            {
                Shown = line => observations.Backward[line].Select(layer => network.Training.LayerGradients[layer]),
                Begin = Clear(network.Step.Shared),
                End = network.Step.Shared.SelectMany(
                    parameter => new[] { Finished(parameter), "if (TProbe.Observes)", "    " + ObserveGradient(parameter) }),
            },
            step, network.Step.Backward, WriteBackward);
        WriteTeamBackward();
        observers.Write();
    }

    // Threads share the rows of the first pass, and the panels and sums of the second.
    private void WriteTeamBackward()
    {
        WritePass(
            new Pass("BackwardData", "", "ref float p, ref float s, ref float a, in RowRange rows", "ref p, ref s, ref a, rows")
            {
                Access = "private",
            },
            teamStep, network.Step.BackwardData, (call, _) => code.Line(teamStep.Line(call)), network.BackwardStages);
        WriteStages("BackwardStage", "BackwardData", "ref p, ref s, ref a, rows", network.BackwardStages);

        EquatableArray<Call> calls = network.Step.BackwardWeights;
        IReadOnlyList<SharedSum> sums = network.Step.Sums;
        WritePass(
            Weights("public", "BackwardWeights") with
            {
                EndComment = "gradients that are sums over several uses are one thread's work each",
                End = sums.SelectMany(TakeSum),
            },
            teamStep, calls.Where(call => !call.Parameters.Any(network.Step.Shared.Contains)).ToEquatableArray(), WriteTaken);
        for (int index = 0; index < sums.Count; index++)
        {
            EquatableArray<int> parameters = sums[index].Parameters;
            WritePass(
                Weights("private", SumName(index)) with { Begin = Clear(parameters), End = parameters.Select(Finished) },
                teamStep, sums[index].Calls, (call, _) => code.Line(teamStep.Line(call)));
        }

        IEnumerable<string> TakeSum(SharedSum sum, int index)
        {
            return [$"if ({Takes(sum.Calls)})", $"    {SumName(index)}(ref g, ref s, ref a, rows, ref update);"];
        }

        static Pass Weights(string access, string name) => new(
            name, "<TUpdate>", "ref float g, ref float s, ref float a, in RowRange rows, ref TUpdate update",
            "ref g, ref s, ref a, rows, ref update", Updates)
        {
            Access = access,
        };

        static string SumName(int index) => $"Sum{Numbers.Literal(index + 1)}OfUses";
    }

    private void WriteTaken(Call call, int line)
    {
        if (call is not RoutineCall)
        {
            code.Line(teamStep.Line(call));
            return;
        }

        using (code.Open($"if ({Takes([call])})"))
        {
            code.Line(teamStep.Line(call));
            foreach (int parameter in call.Parameters)
                code.Line(Finished(parameter));
        }
    }

    private string Takes(IEnumerable<Call> calls)
    {
        long terms = calls.Sum(call => call.Parameters.Sum(parameter => (long)LengthOf(parameter)) * PositionsOf(call));
        return $"update.Takes({Numbers.Literal(terms)}L * rows.Batch)";
    }

    private int PositionsOf(Call call) => teamStep.PositionsOf([call]).DefaultIfEmpty(1).Max();

    private const string Updates = "where TUpdate : struct, IParameterUpdate";

    private sealed record Pass(string Name, string TypeParameters, string Parameters, string Arguments, params string[] Constraints)
    {
        /// <summary>Who calls it.</summary>
        public string Access { get; init; } = "public";

        /// <summary>The buffers that a probe is shown behind a call, by the call's number.</summary>
        public Func<int, IEnumerable<int>> Shown { get; init; } = static _ => [];

        /// <summary>Lines in front of everything else, for gradients that are sums over several uses.</summary>
        public IEnumerable<string> Begin { get; init; } = [];

        /// <summary>What the lines behind everything else are for.</summary>
        public string EndComment { get; init; } = "gradients that are sums over several uses are finished";

        /// <summary>Such lines behind everything else.</summary>
        public IEnumerable<string> End { get; init; } = [];
    }

    // The numbers of calls in the methods of a pass: every stage has methods of its own.
    private static int[] MethodLengths(int stage) =>
        [.. Enumerable.Range(0, (stage + CallsPerMethod - 1) / CallsPerMethod)
            .Select(part => Math.Min(CallsPerMethod, stage - part * CallsPerMethod))];

    /// <summary>Writes the method that does one stage of a pass, whatever the number of its methods.</summary>
    private void WriteStages(string name, string pass, string arguments, IReadOnlyList<int> stages, params string[] locals)
    {
        using (code.Open($"public static void {name}(int stage, ref float p, ref float s, ref float a, in RowRange rows)"))
        {
            foreach (string local in locals)
                code.Line(local);
            if (stages.Count == 1)
            {
                code.Line($"{pass}({arguments});");
            }
            else
            {
                using (code.Open("switch (stage)"))
                    WriteCases();
            }
        }

        code.Line();

        void WriteCases()
        {
            int part = 1;
            for (int stage = 0; stage < stages.Count; stage++)
            {
                code.Line($"case {Numbers.Literal(stage)}:");
                foreach (int length in MethodLengths(stages[stage]))
                    code.Line($"    {pass}{Numbers.Literal(part++)}({arguments});");
                code.Line("    break;");
            }
        }
    }

    private void WritePass(
        Pass pass, CallWriter lines, EquatableArray<Call> calls, Action<Call, int> write, IReadOnlyList<int>? stages = null)
    {
        int[] lengths = [.. (stages ?? [calls.Count]).SelectMany(MethodLengths)];
        if (lengths.Length <= 1)
        {
            WriteMethod(pass.Access, pass.Name, 0, calls.Count);
            return;
        }

        // Threads that wait for each other call every stage by itself.
        if (pass.Access == "public" || stages is not { Count: > 1 })
        {
            using (OpenMethod(pass.Access, pass.Name))
            {
                for (int part = 1; part <= lengths.Length; part++)
                    code.Line($"{pass.Name}{part}({pass.Arguments});");
            }

            code.Line();
        }

        int first = 0;
        for (int part = 1; part <= lengths.Length; part++)
        {
            WriteMethod("private", $"{pass.Name}{part}", first, first + lengths[part - 1]);
            first += lengths[part - 1];
        }

        void WriteMethod(string access, string name, int start, int end)
        {
            using (OpenMethod(access, name))
            {
                code.Line("nint n = rows.Batch;");
                foreach (int positions in lines.PositionsOf(calls.Skip(start).Take(end - start)))
                    code.Line($"RowRange rows{Numbers.Literal(positions)} = rows.Times({Numbers.Literal(positions)});");
                WriteBuffers(lines, calls, start, end, pass.Shown);
                if (start == 0)
                    WriteLines("gradients that are sums over several uses begin at zero", pass.Begin);
                for (int line = start; line < end; line++)
                {
                    code.Line();
                    code.Line($"// {lines.Graph.Layers[calls[line].Layer].Name}: {Formula.Of(calls[line], lines.Graph)}");
                    write(calls[line], line);
                }

                if (end == calls.Count)
                    WriteLines(pass.EndComment, pass.End);
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
            $"[MethodImpl(MethodImplOptions.AggressiveOptimization{(access == "private" ? " | MethodImplOptions.NoInlining" : "")})]\n"
            + $"{access} static void {name}{pass.TypeParameters}({pass.Parameters})"
            + string.Concat(pass.Constraints.Select(static constraint => "\n    " + constraint)));
    }

    private void WriteBuffers(CallWriter lines, EquatableArray<Call> calls, int start, int end, Func<int, IEnumerable<int>> shown)
    {
        IEnumerable<int> part = Enumerable.Range(start, end - start);
        int[] values = [.. part.SelectMany(line => calls[line].Reads.Concat(calls[line].Writes).Concat(shown(line)))];
        if (values.Length > 0)
            code.Line(lines.Declare(values));
    }

    private IEnumerable<string> Clear(IEnumerable<int> parameters) =>
        parameters.Select(parameter => $"Sums.Clear(ref g, {Range(parameter)});");

    private string Range(int parameter) =>
        $"{step.Parameter(parameter)}, {Numbers.Literal(LengthOf(parameter))}";

    private int LengthOf(int parameter) => Plan.LengthOf((ParameterValue)Graph[parameter].Operation);

    private void WriteForward(Call call, int line)
    {
        code.Line(step.Line(call));
        WriteObserving(observations.Forward[line].SelectMany(layer => ObserveLayer(call, layer)).Concat(ObserveAttention(call)));
    }

    private IEnumerable<string> ObserveAttention(Call call)
    {
        if (call is not RoutineCall { Routine: Attend { Heads: var heads }, Kept.Count: 1 } attention)
            yield break;
        Shape found = Graph[call.Result].Shape!;
        string numbers = string.Join(", ", new[] { found.Positions, found.Width, heads }.Select(static number => Numbers.Literal(number)));
        yield return $"Observe.Attention(ref probe, {Numbers.Literal(call.Layer)}, \"{Graph.Layers[call.Layer].Name}\", "
            + $"{At(attention.Buffers[0])}, {At(attention.Kept[0].Value)}, rows, {numbers});";
    }

    private string At(int value) => $"ref Unsafe.Add(ref a, {step.Buffer(value)})";

    private IEnumerable<string> ObserveLayer(Call call, ObservedLayer layer)
    {
        string of = $"{Numbers.Literal(layer.Layer)}, \"{Graph.Layers[layer.Layer].Name}\"";
        if (ObserverWriter.Recomputes(layer))
        {
            var kernel = (KernelCall)call;
            (string name, ICollection<string> operands) = observers.MethodFor(kernel, layer);
            IEnumerable<string> stored = layer.Values
                .Where(static value => value.Step is null)
                .Select(value => $"{ObserverWriter.Stored(value)}: {step.Buffer(value.Value)}");
            IEnumerable<string> arguments = new[] { "ref probe", of }
                .Concat(step.ProductArguments(kernel))
                .Concat(step.EpilogueArguments(kernel, operands))
                .Append($"observed: {Numbers.Literal(network.StepMemory.Observed)} * n")
                .Concat(stored);
            yield return $"{name}({string.Join(", ", arguments)});";
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
    }

    private string Rows(int value)
    {
        Shape shape = Graph[value].Shape!;
        return $"{At(value)}, {CallWriter.RowsOf(shape)}, {Numbers.Literal(shape.Width)}";
    }

    private void WriteObserving(IEnumerable<string> statements)
    {
        string[] lines = [.. statements];
        if (lines.Length == 0)
            return;
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

    private void WriteBackward(Call call, int line)
    {
        code.Line(step.Line(call));
        List<int> finished = [];
        if (call is KernelCall { Kernel.Product.HandsOver: true })
            finished.AddRange(call.Parameters);
        if (call is RoutineCall { Gradient: int parameter, Shared: false })
        {
            code.Line(Finished(parameter));
            finished.Add(parameter);
        }

        WriteObserving(observations.Backward[line].Select(ObserveLayerGradient).Concat(finished.Select(ObserveGradient)));
    }

    private string ObserveLayerGradient(int layer)
    {
        string of = $"{Numbers.Literal(layer)}, \"{Graph.Layers[layer].Name}\"";
        return $"Observe.Rows(ref probe, Observation.PreActivationGradient, {of}, {Rows(network.Training.LayerGradients[layer])});";
    }

    private string Finished(int parameter) => $"update.Finished({Range(parameter)});";

    private string ObserveGradient(int parameter)
    {
        Node node = Graph[parameter];
        string path = step.PathOf(parameter);
        EquatableArray<int> shape = node.Shape!.Dimensions;
        (string method, string observation) = shape.Count > 1
            ? ("Weight", "WeightGradient")
            : ("Bias", path.EndsWith("bias", StringComparison.Ordinal) ? "BiasGradient" : "WeightGradient");
        string of = $"{Numbers.Literal(node.Layer)}, \"{path}\"";
        string dimensions = string.Join(", ", shape.Select(static dimension => Numbers.Literal(dimension)));
        string sizes = shape.Count > 1 ? $"[{dimensions}]" : dimensions;
        string gradient = $"ref Unsafe.Add(ref g, {step.Parameter(parameter)})";
        return $"Observe.{method}(ref probe, Observation.{observation}, {of}, {gradient}, {sizes});";
    }
}
