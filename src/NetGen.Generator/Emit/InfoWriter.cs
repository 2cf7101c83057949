namespace NetGen.Generator;

/// <summary>Writes what the compiler knows of a network as data that programs can read.</summary>
internal sealed class InfoWriter(ScheduledNetwork network, CodeWriter code)
{
    private Graph Graph => network.Forward;

    public void Write()
    {
        LayerCost[] costs = LayerCost.OfLayers(Graph);
        int[][] inputs = LayerInputs.Of(Graph);
        code.Line("public static NetworkInfo Info { get; } = new(");
        code.Line($"    \"{network.Type.Name.TrimStart('@')}\", {Width(Graph.Input)}, {Width(Graph.Output)},");
        code.Line("    [");
        for (int layer = 0; layer < Graph.Layers.Count; layer++)
        {
            LayerCost cost = costs[layer];
            Layer named = Graph.Layers[layer];
            code.Line($"        new(\"{named.Name}\", \"{named.Operation}\", {CodeWriter.Literal(cost.InputWidth)}, {CodeWriter.Literal(cost.OutputWidth)}, "
                + $"{CodeWriter.Literal(cost.Parameters)}, {CodeWriter.Literal(cost.Flops)}, [{string.Join(", ", inputs[layer].Select(static input => CodeWriter.Literal(input)))}],");
            code.Line($"            {Expected(network.Signals[layer])}),");
        }

        code.Line("    ],");
        code.Line("    [");
        foreach (StoredValue slot in network.Parameters.Slots)
        {
            var parameter = (ParameterValue)Graph[slot.Value].Operation;
            code.Line($"        new(\"{parameter.Path}\", {CodeWriter.Literal(Graph[slot.Value].Layer)}, [{string.Join(", ", parameter.Shape.Dimensions.Select(static d => CodeWriter.Literal(d)))}], "
                + $"{CodeWriter.Literal(slot.Offset)}, Init.{parameter.Init}, {CodeWriter.Literal(parameter.InitScale)}{Rest(parameter)}),");
        }

        code.Line("    ],");
        Dictionary<int, int> step = network.StepMemory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
        Dictionary<int, int> prediction = network.PredictionMemory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
        code.Lines($"""
                new(
                    Parameters: {CodeWriter.Literal(network.Parameters.Length)}, Scratch: {CodeWriter.Literal(network.StepMemory.Scratch)}, TrainingPerRow: {CodeWriter.Literal(network.StepMemory.PerRow)}, TeamTrainingPerRow: {CodeWriter.Literal(network.TeamStepMemory.PerRow)}, PredictionPerRow: {CodeWriter.Literal(network.PredictionMemory.PerRow)},
                    new(Input: {CodeWriter.Literal(step[Graph.Input])}, Output: {CodeWriter.Literal(step[Graph.Output])}, OutputGradient: {CodeWriter.Literal(step[network.Training.OutputGradient])}{RandomKey}),
                    new(Input: {CodeWriter.Literal(prediction[network.Predicting.Input])}, Output: {CodeWriter.Literal(prediction[network.Predicting.Output])})),
                inputMean: {CodeWriter.Literal(network.Input.Mean)}, inputStandardDeviation: {CodeWriter.Literal(network.Input.Deviation)});

            """);
    }

    private string RandomKey => network.StepMemory.RandomKey is int key ? $", RandomKey: {CodeWriter.Literal(key)}" : "";

    // Four digits: more than the theory is worth, and less than mathematical libraries differ in.
    private static string Expected(LayerSignal signal) =>
        $"new({CodeWriter.Rounded(signal.PreActivationDeviation)}, {CodeWriter.Rounded(signal.StreamDeviation)}, {CodeWriter.Rounded(signal.PositiveShare)}, {CodeWriter.Rounded(signal.Cosine)}, {CodeWriter.Rounded(signal.GradientRatio)})";

    // What most parameters do without.
    private static string Rest(ParameterValue parameter) =>
        (parameter is { KeepsInit: true, Shape.Dimensions.Count: > 1 } ? ", keepsInit: true" : "")
        + (parameter.InitFactor != 1f ? $", initFactor: {CodeWriter.Literal(parameter.InitFactor)}" : "")
        + (parameter.Diagonal != 0 ? $", diagonal: {CodeWriter.Literal(parameter.Diagonal)}" : "")
        + (parameter.Frozen ? ", frozen: true" : "")
        + (parameter.Blocks.Count > 0 ? $", blocks: [{string.Join(", ", parameter.Blocks.Select(static block => $"\"{block}\""))}]" : "");

    private string Width(int value) => CodeWriter.Literal(Graph[value].Shape!.Width);
}
