using System.Globalization;

namespace NetGen.Generator;

/// <summary>The layers of a network as a table for people: equal neighbours share a row.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<string> Render(Graph graph)
    {
        List<string[]> rows = [["layer", "operation", "input", "output", "parameters", "FLOPs", "bytes"]];
        LayerCost[] costs = LayerCost.Of(graph);
        long parameters = 0, flops = 0;
        for (int first = 0; first < graph.Layers.Count;)
        {
            LayerCost cost = costs[first];
            int end = first + 1;
            while (end < graph.Layers.Count && graph.Layers[end].Operation == graph.Layers[first].Operation && costs[end] == cost)
                end++;

            int count = end - first;
            string name = graph.Layers[first].Name;
            rows.Add(Row(
                count == 1 ? name : $"{name} .. {CodeWriter.Literal(end - 1 - first + Number(name))}",
                count == 1 ? graph.Layers[first].Operation : $"{CodeWriter.Literal(count)} × [{graph.Layers[first].Operation}]",
                CodeWriter.Literal(cost.InputWidth), CodeWriter.Literal(cost.OutputWidth), count * cost.Parameters, count * cost.Flops));
            parameters += count * cost.Parameters;
            flops += count * cost.Flops;
            first = end;
        }

        rows.Add(Row("total", "", "", "", parameters, flops));
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return [.. rows.Select(row => string.Join("  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd())];
    }

    private static string[] Row(string name, string operation, string input, string output, long parameters, long flops) =>
        [name, operation, input, output, CodeWriter.Grouped(parameters), CodeWriter.Grouped(flops), CodeWriter.Grouped(parameters * sizeof(float))];

    private static int Number(string name) => int.Parse(name.Substring(name.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);
}
