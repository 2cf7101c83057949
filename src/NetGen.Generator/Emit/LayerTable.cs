using NetGen.Generator.Graphs;
using NetGen.Generator.Passes;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>The layers of a network as a table for people: equal neighbours share a row.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<string> Render(Graph graph)
    {
        LayerCost[] costs = LayerCost.OfRows(graph);
        List<string[]> table = [["layer", "operation", "input", "output", "parameters", "FLOPs", "bytes"]];
        for (int first = 0; first < costs.Length;)
        {
            LayerRow row = graph.Rows[first];
            LayerCost cost = costs[first];
            int end = first + 1;
            while (end < costs.Length && graph.Rows[end].Operation == row.Operation && costs[end] == cost
                && LayerRange.Parent(graph.Rows[end].Name) == LayerRange.Parent(row.Name))
                end++;

            int count = end - first;
            table.Add(Cells(
                LayerRange.Name(row.Name, graph.Rows[end - 1].Name),
                count == 1 ? row.Operation : $"{Numbers.Literal(count)} × [{row.Operation}]",
                cost.Input.Text, cost.Output.Text, count * cost.Parameters, count * cost.Flops));
            first = end;
        }

        table.Add(Cells("total", "", "", "", costs.Sum(static cost => cost.Parameters), costs.Sum(static cost => cost.Flops)));
        return AlignedText.Lines(table, words: 2);
    }

    private static string[] Cells(string name, string operation, string input, string output, long parameters, long flops) =>
        [name, operation, input, output, Numbers.Grouped(parameters), Numbers.Grouped(flops), Numbers.Grouped(parameters * sizeof(float))];
}
