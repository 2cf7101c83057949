using System.Globalization;

namespace NetGen;

/// <summary>The layer table of a network as text: equal pieces in a row share their rows.</summary>
internal static class LayerSummary
{
    public static string Of(NetworkInfo network)
    {
        List<string[]> rows = [["layer", "operation", "input", "output", "parameters", "FLOPs", "bytes"]];
        Add(rows, network, new FoldedLayers(network.Layers).Items, times: 1);
        rows.Add(Cells(
            "total", "", ShapeText.Of(network.InputShape.AsSpan()), ShapeText.Of(network.OutputShape.AsSpan()),
            network.ParameterCount, network.Flops));
        return $"{network.Name}\n{AlignedText.Of(rows, words: 2)}\n\n{Memory(network.Memory)}";
    }

    private static void Add(List<string[]> rows, NetworkInfo network, IEnumerable<FoldedItem> items, int times)
    {
        foreach (FoldedItem item in items)
        {
            switch (item)
            {
                case FoldedItem.Repetition repetition:
                    Add(rows, network, repetition.Items, times * repetition.Count);
                    break;
                case FoldedItem.Layer one:
                    LayerInfo layer = network.Layers[one.First];
                    rows.Add(Cells(
                        times == 1 ? layer.Name : $"{layer.Name} … {network.Layers[one.Last].Name}",
                        times == 1 ? layer.Operation : $"{Number(times)} × [{layer.Operation}]",
                        ShapeText.Of(layer.InputShape.AsSpan()), ShapeText.Of(layer.OutputShape.AsSpan()),
                        times * layer.Parameters, times * layer.Flops));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(items), item, "Expected a layer or a repetition.");
            }
        }
    }

    private static string Memory(MemoryPlan memory) => AlignedText.Of(
        [
            ["memory, in bytes, with padding", "fixed", "each example"],
            ["parameters", Bytes(memory.Parameters), ""],
            ["gradients (training)", Bytes(memory.Parameters), ""],
            ["activations (training)", Bytes(memory.Scratch + memory.TrainingPerBatch), Bytes(memory.TrainingPerExample)],
            ["activations (prediction)", Bytes(memory.PredictionScratch + memory.PredictionPerBatch), Bytes(memory.PredictionPerExample)],
        ],
        words: 1);

    private static string[] Cells(string name, string operation, string input, string output, long parameters, long flops) =>
        [name, operation, input, output, Number(parameters), Number(flops), Number(parameters * sizeof(float))];

    private static string Bytes(int floats) => Number((long)floats * sizeof(float));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
