namespace NetGen.Generator;

/// <summary>Writes what the compiler knows of a network as data that programs can read.</summary>
internal sealed class InfoWriter(ScheduledNetwork network, CodeWriter code)
{
    private Graph Graph => network.Forward;

    public void Write()
    {
        code.Line("public static NetworkInfo Info { get; } = Describe();");
        code.Line();
        using (code.Open("private static NetworkInfo Describe()"))
        {
            code.Line($"NetworkDescription network = new(\"{network.Type.Name.TrimStart('@')}\", {ShapeOf(Graph.Input)}, {ShapeOf(Graph.Output)});");
            code.Line($"network.ExpectInput({CodeWriter.Literal(network.Input.Mean)}, {CodeWriter.Literal(network.Input.Deviation)});");
            WriteLayers();
            foreach (StoredValue slot in network.Parameters.Slots)
                WriteParameter(slot);
            WriteMemory();
        }

        code.Line();
    }

    private void WriteLayers()
    {
        EquatableArray<LayerCost> costs = network.Costs;
        int[][] inputs = network.LayerInputs;
        for (int layer = 0; layer < Graph.Layers.Count; layer++)
        {
            LayerCost cost = costs[layer];
            Layer named = Graph.Layers[layer];
            code.Line($"network.AddLayer(\"{named.Name}\", \"{named.Operation}\", {Text(cost.Input)}, {Text(cost.Output)}, "
                + $"{CodeWriter.Literal(cost.Parameters)}, {CodeWriter.Literal(cost.Flops)}, {List(inputs[layer])});");
            code.Line($"network.Expect({Expected(network.Signals[layer])});");
        }
    }

    private void WriteParameter(StoredValue slot)
    {
        Node node = Graph[slot.Value];
        var parameter = (ParameterValue)node.Operation;
        code.Line($"network.AddParameter(\"{parameter.Path}\", {CodeWriter.Literal(node.Layer)}, {Text(parameter.Shape)}, "
            + $"{CodeWriter.Literal(slot.Offset)}, Init.{parameter.Init}, {CodeWriter.Literal(parameter.InitScale)}{Rest(parameter)});");
    }

    private void WriteMemory()
    {
        Dictionary<int, int> step = network.StepMemory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
        Dictionary<int, int> prediction = network.PredictionMemory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
        string randomKey = network.StepMemory.RandomKey is int key ? $", randomKey: {CodeWriter.Literal(key)}" : "";
        code.Lines($"""
            return network.WithMemory(
                parameters: {CodeWriter.Literal(network.Parameters.Length)}, scratch: {CodeWriter.Literal(network.StepMemory.Scratch)},
                training: ({CodeWriter.Literal(network.StepMemory.PerRow)}, {CodeWriter.Literal(step[Graph.Input])}, {CodeWriter.Literal(step[Graph.Output])}, {CodeWriter.Literal(step[network.Training.OutputGradient])}), teamTraining: {CodeWriter.Literal(network.TeamStepMemory.PerRow)},
                prediction: ({CodeWriter.Literal(network.PredictionMemory.PerRow)}, {CodeWriter.Literal(prediction[network.Predicting.Input])}, {CodeWriter.Literal(prediction[network.Predicting.Output])}){randomKey});
            """);
    }

    // Four digits: more than the theory is worth, and less than mathematical libraries differ in.
    private static string Expected(LayerSignal signal) =>
        string.Join(", ", new[] { signal.PreActivationDeviation, signal.StreamDeviation, signal.PositiveShare, signal.Cosine, signal.GradientRatio }
            .Select(CodeWriter.Rounded));

    // What most parameters do without.
    private static string Rest(ParameterValue parameter) =>
        (parameter is { KeepsInit: true, Shape.Dimensions.Count: > 1 } ? ", keepsInit: true" : "")
        + (parameter.InitFactor != 1f ? $", initFactor: {CodeWriter.Literal(parameter.InitFactor)}" : "")
        + (parameter.Diagonal != 0 ? $", diagonal: {CodeWriter.Literal(parameter.Diagonal)}" : "")
        + (parameter.Frozen ? ", frozen: true" : "")
        + (parameter.Blocks.Count > 0 ? $", blocks: [{string.Join(", ", parameter.Blocks.Select(static block => $"\"{block}\""))}]" : "");

    private string ShapeOf(int value) => Text(Graph[value].Shape!);

    private static string Text(Shape shape) => List(shape.Dimensions);

    private static string List(IEnumerable<int> numbers) => $"[{string.Join(", ", numbers.Select(static number => CodeWriter.Literal(number)))}]";
}
