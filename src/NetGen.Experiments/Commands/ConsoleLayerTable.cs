using System.Collections.Immutable;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>The layers of a network, what they cost, and the memory it works in.</summary>
internal static class ConsoleLayerTable
{
    public static void Show(NetworkInfo network, IAnsiConsole console)
    {
        Table layers = new Table { Title = new TableTitle(network.Name) }.RoundedBorder().AddColumns("layer", "operation");
        foreach (string column in new[] { "input", "output", "parameters", "FLOPs", "bytes" })
            layers.AddColumn(new TableColumn(column).RightAligned());
        foreach (LayerInfo layer in network.Layers)
        {
            layers.AddRow(
                layer.Name,
                Markup.Escape(layer.Operation),
                Shape(layer.InputShape),
                Shape(layer.OutputShape),
                $"{layer.Parameters:N0}",
                $"{layer.Flops:N0}",
                $"{layer.Bytes:N0}");
        }

        layers.AddEmptyRow();
        layers.AddRow(
            "total",
            "",
            Shape(network.InputShape),
            Shape(network.OutputShape),
            $"{network.ParameterCount:N0}",
            $"{network.Flops:N0}",
            $"{network.Layers.Sum(static layer => layer.Bytes):N0}");
        console.Write(layers);

        MemoryPlan memory = network.Memory;
        Table plan = new Table { Title = new TableTitle("memory, in bytes") }.RoundedBorder().AddColumn("slab");
        plan.AddColumn(new TableColumn("fixed").RightAligned()).AddColumn(new TableColumn("each example").RightAligned());
        plan.AddRow("parameters", Bytes(memory.Parameters), "");
        plan.AddRow("gradients (training)", Bytes(memory.Parameters), "");
        plan.AddRow("activations (training)", Bytes(memory.Scratch + memory.TrainingPerBatch), Bytes(memory.TrainingPerExample));
        plan.AddRow(
            "activations (prediction)", Bytes(memory.PredictionScratch + memory.PredictionPerBatch), Bytes(memory.PredictionPerExample));
        console.Write(plan);
    }

    private static string Shape(ImmutableArray<int> shape) => string.Join(" × ", shape);

    private static string Bytes(int floats) => $"{(long)floats * sizeof(float):N0}";
}
