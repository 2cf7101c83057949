namespace NetGen.Generator.Tests;

/// <summary>What has to hold of a network behind every pass of the compiler, whatever the network.</summary>
internal static class Verifier
{
    /// <summary>Runs all passes on a network, and verifies what each of them leaves.</summary>
    public static void VerifyPasses(NetworkSpec spec)
    {
        Graph lowered = Lower.Run(spec);
        VerifyOrder(lowered);
        Graph shaped = InferShapes.Run(lowered);
        VerifyGraph(shaped);
        VerifyOrder(Differentiate.Run(shaped).Graph);
        ScheduledNetwork network = ScheduledNetwork.Of(spec, TestContext.Current.CancellationToken);
        VerifyGraph(network.Forward);
        VerifyGraph(network.Predicting);
        VerifyGraph(network.Training.Graph);
        Assert.Equal(spec.Example, network.Forward[network.Forward.Input].Shape);
        Assert.Equal(spec.Output, network.Forward[network.Forward.Output].Shape);
        VerifyGradients(network.Training);
        VerifySchedule(network.Predicting, network.Prediction, given: []);
        VerifySchedule(network.Training.Graph, network.Step.All, given: [network.Training.OutputGradient]);
        VerifyWeights(network.Training, network.Step);
        VerifyParameters(network);
        VerifyStages(network.Training.Graph, network.Step.Forward, network.ForwardStages);
        VerifyStages(network.Training.Graph, network.Step.BackwardData, network.BackwardStages);
        VerifyMemory(network.Predicting, network.PredictionMemory, network.Prediction);
        if (network.GenerationMemory is { } generation)
            VerifyGeneration(network.Predicting, generation, network.Prediction);
        int turn = network.Step.Forward.Count;
        VerifyMemory(network.Training.Graph, network.StepMemory, network.Step.All, network.Training.OutputGradient, turn, isWatched: true);
        VerifyMemory(
            network.Training.Graph, network.TeamStepMemory,
            [.. network.Step.Forward, .. network.Step.BackwardData, .. network.Step.BackwardWeights],
            network.Training.OutputGradient, turn);
    }

    /// <summary>Besides, nothing takes the place of what attention reads of earlier positions.</summary>
    private static void VerifyGeneration(Graph graph, BufferPlan memory, IReadOnlyList<Call> calls)
    {
        VerifyMemory(graph, memory, calls);
        foreach (Call attention in calls.Where(static call => call is RoutineCall { Routine: Attend }))
        {
            StoredValue kept = memory.Buffers.Single(buffer => buffer.Value == attention.Reads.First());
            int end = kept.Offset + Plan.LengthOf(graph[kept.Value]);
            Assert.DoesNotContain(
                memory.Buffers,
                buffer => buffer.Value != kept.Value
                    && buffer.Offset < end && buffer.Offset + Plan.LengthOf(graph[buffer.Value]) > kept.Offset);
        }
    }

    /// <summary>Every value is defined once, before it is used.</summary>
    public static void VerifyOrder(Graph graph)
    {
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            Node node = graph[value];
            Assert.All(node.Inputs, input => Assert.True(
                input >= 0 && input < value, $"{node.Name} = {node.Operation} uses value {input} before it is there."));
        }
    }

    /// <summary>Besides, every value has the shape that its operation makes of its inputs' shapes.</summary>
    public static void VerifyGraph(Graph graph)
    {
        VerifyOrder(graph);
        foreach (Node node in graph.Nodes)
        {
            Assert.Equal(node.Operation.InferShape([.. node.Inputs.Select(input => graph[input].Shape!)]), node.Shape);
            Assert.True(node.Layer >= -1 && node.Layer < graph.Layers.Count, $"{node.Name} is in layer {node.Layer}.");
        }

        Assert.IsType<Given>(graph[graph.Input].Operation);
        foreach (Layer layer in graph.Layers)
            Assert.All(
                [layer.Input, layer.PreActivation, layer.Activation, layer.Stream],
                value => Assert.True(graph[value].Shape!.Batched, layer.Name));
    }

    /// <summary>Every trained parameter that the output depends on has one gradient, of its shape; frozen ones have none.</summary>
    public static void VerifyGradients(TrainingGraph training)
    {
        Graph graph = training.Graph;
        bool[] counts = new bool[graph.Nodes.Count];
        counts[graph.Output] = true;
        for (int value = graph.Output; value >= 0; value--)
        {
            foreach (int input in counts[value] ? graph[value].Inputs : default)
                counts[input] = true;
        }

        IEnumerable<int> trained = Enumerable.Range(0, graph.Output + 1)
            .Where(value => counts[value] && graph[value].Operation is ParameterValue { Frozen: false });
        Assert.Equal(trained, training.Gradients.Select(static pair => pair.Parameter));
        Assert.All(training.Gradients, pair => Assert.Equal(graph[pair.Parameter].Shape, graph[pair.Gradient].Shape));
        Assert.Equal(graph[graph.Output].Shape, graph[training.OutputGradient].Shape);
    }

    /// <summary>Every value that a call reads from a buffer is given, or was written by an earlier call, and by one only.</summary>
    public static void VerifySchedule(Graph graph, IReadOnlyList<Call> calls, IEnumerable<int> given)
    {
        HashSet<int> there = [graph.Input, .. given, .. graph.Lengths is int lengths ? [lengths] : Array.Empty<int>()];
        foreach (Call call in calls)
        {
            Assert.All(
                ReadsOfOthers(call),
                value => Assert.True(there.Contains(value), $"{graph[value].Name} is read before it is written."));
            Assert.All(call.Writes, value => Assert.True(there.Add(value), $"{graph[value].Name} is written again."));
        }

        Assert.Contains(graph.Output, there);
    }

    // A kernel may store a value, and read it further on in its epilogue.
    private static IEnumerable<int> ReadsOfOthers(Call call) => call.Reads.Except(call.Writes);

    /// <summary>
    /// The gradient of every trained parameter is computed by one call; where several uses share it, by as many, and nobody else's.
    /// </summary>
    public static void VerifyWeights(TrainingGraph training, StepCalls step)
    {
        Dictionary<int, int> counts = step.Backward.SelectMany(static call => call.Parameters).CountBy(static parameter => parameter)
            .ToDictionary(static pair => pair.Key, static pair => pair.Value);
        Assert.Equal(training.Gradients.Select(static pair => pair.Parameter).Order(), counts.Keys.Order());
        Assert.All(counts, pair => Assert.Equal(step.Shared.Contains(pair.Key), pair.Value > 1));
        Assert.DoesNotContain(step.Forward, static call => call.Parameters.Any());
    }

    /// <summary>
    /// No call reads what another thread makes in the same stage: rows of others, or what there is once for the batch; and nothing takes
    /// the place of rows that others read.
    /// </summary>
    public static void VerifyStages(Graph graph, IReadOnlyList<Call> calls, IReadOnlyList<int> stages)
    {
        Assert.Equal(calls.Count, stages.Sum());
        int first = 0;
        foreach (int length in stages)
        {
            Call[] stage = [.. calls.Skip(first).Take(length)];
            first += length;
            HashSet<int> made = [];
            foreach (Call call in stage)
            {
                bool readsOthers = call is RoutineCall { Routine.ReadsOtherRows: true };
                Assert.True(!readsOthers || ReferenceEquals(call, stage[^1]), $"Calls stand behind that of {graph[call.Result].Name}.");
                Assert.All(call.Reads, value => Assert.True(
                    !made.Contains(value) || graph[value].Shape!.Batched && !readsOthers, $"{graph[value].Name} may not be there."));
                made.UnionWith(call.Writes);
            }
        }
    }

    /// <summary>Parameters start at cache lines, lie in the slab, and do not overlap.</summary>
    public static void VerifyParameters(ScheduledNetwork network)
    {
        int end = 0;
        foreach (StoredValue slot in network.Parameters.Slots)
        {
            Assert.Equal(0, slot.Offset % 16);
            Assert.True(slot.Offset >= end);
            end = slot.Offset + Plan.LengthOf((ParameterValue)network.Forward[slot.Value].Operation);
        }

        Assert.InRange(end, 1, network.Parameters.Length);
    }

    /// <summary>Every buffer is as long as its value, and holds it from the call that writes it to the last one that reads it.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="memory">Where its values lie.</param>
    /// <param name="calls">Its schedule.</param>
    /// <param name="outputGradient">The value that the loss writes behind the forward pass, or -1.</param>
    /// <param name="turn">The number of calls of the forward pass.</param>
    /// <param name="isWatched">
    /// Whether a probe may look behind every call of the forward pass: what it sees is computed into a buffer of its own.
    /// </param>
    public static void VerifyMemory(
        Graph graph, BufferPlan memory, IReadOnlyList<Call> calls, int outputGradient = -1, int turn = -1, bool isWatched = false)
    {
        const int Observed = -1;
        Dictionary<int, int> offsets = memory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
        int widest = graph.Layers.Max(layer => Math.Max(Plan.LengthOf(graph[layer.PreActivation]), Plan.LengthOf(graph[layer.Stream])));
        int[] owners = new int[memory.PerBatch + memory.PerRow];
        Claim(graph.Input);
        if (graph.Lengths is int lengths)
            Claim(lengths);
        for (int index = 0; index < calls.Count; index++)
        {
            if (index == turn)
            {
                Claim(outputGradient);
                AssertOwned(graph.Output);
            }

            Call call = calls[index];
            foreach (int value in ReadsOfOthers(call))
                AssertOwned(value);
            foreach (int value in call.Writes)
                Claim(value);
            foreach (int value in call.Writes)
                AssertOwned(value);
            if (!isWatched || index >= turn)
                continue;
            Claim(Observed);
            foreach (int value in call.Reads.Concat(call.Writes))
                AssertOwned(value);
        }

        if (turn < 0)
            AssertOwned(graph.Output);

        void Claim(int value) => Buffer(value).Fill(value);

        void AssertOwned(int value) => Assert.False(Buffer(value).ContainsAnyExcept(value), $"{graph[value].Name} is overwritten.");

        Span<int> Buffer(int value)
        {
            int offset = value == Observed ? memory.Observed : offsets[value];
            int length = value == Observed ? widest : Plan.LengthOf(graph[value]);
            bool isOnce = value != Observed && !graph[value].Shape!.Batched;
            Assert.True(
                isOnce ? offset >= -memory.PerBatch && offset + length <= 0 : offset >= 0 && offset + length <= memory.PerRow,
                $"Value {value} lies beyond the slab.");
            return owners.AsSpan(memory.PerBatch + offset, length);
        }
    }
}
