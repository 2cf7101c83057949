using System.Globalization;
using NetGen.Generator.Graphs;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>What is expected of the layers at the start as a table for people, which stays short whatever the depth.</summary>
internal static class SignalTable
{
    private const int MostRows = 10;

    /// <summary>What the table is about, with what its columns are.</summary>
    public static IEnumerable<string> Caption(InputSignal input) =>
    [
        $"Expected at the start if layers are wide, for inputs of mean {LayerDescription.Text(input.Mean)} "
            + $"and standard deviation {LayerDescription.Text(input.Deviation)}:",
        "the standard deviations of pre-activations z and of the stream that a layer hands on, the share of z above 0,",
        "the cosine between two inputs in the stream, and the norm of dL/dz relative to that of the last layer.",
    ];

    /// <summary>
    /// Rows for all layers, neighbours with equal numbers in one. Where these are too many: for the first layer, the last, and evenly
    /// spaced ones of the most frequent kind between, which stand at the same place in repeated blocks.
    /// </summary>
    public static IReadOnlyList<string> Render(Graph graph, EquatableArray<LayerSignal> signals)
    {
        List<Row> all = Fold([.. graph.Layers.Zip(signals, static (layer, signal) => new Row(layer.Name, layer.Name, Cells(signal)))]);
        List<Row> shown = all.Count <= MostRows ? all : Spaced(Fold(OfOneKind(graph, signals)));
        List<string[]> table =
        [
            ["layer", "std of z", "of stream", "z > 0", "cosine", "|dL/dz|"],
            .. shown.Select(static row => (string[])[row.Name, .. row.Cells]),
        ];
        return AlignedText.Lines(table, words: 1);
    }

    private static List<Row> OfOneKind(Graph graph, EquatableArray<LayerSignal> signals)
    {
        string kind = graph.Layers.GroupBy(static layer => layer.Operation).OrderBy(static layers => layers.Count()).Last().Key;
        return
        [
            .. graph.Layers.Select((layer, index) => (layer, index))
                .Where(at => at.index == 0 || at.index == graph.Layers.Count - 1 || at.layer.Operation == kind)
                .Select(at => new Row(at.layer.Name, at.layer.Name, Cells(signals[at.index]))),
        ];
    }

    private static List<Row> Fold(List<Row> rows)
    {
        List<Row> folded = [];
        foreach (Row row in rows)
        {
            if (folded.Count > 0 && folded[folded.Count - 1] is var last && last.Cells.SequenceEqual(row.Cells))
                folded[folded.Count - 1] = last with { Last = row.Last };
            else
                folded.Add(row);
        }

        return folded;
    }

    private static List<Row> Spaced(List<Row> rows) => rows.Count <= MostRows
        ? rows
        : [.. Enumerable.Range(0, MostRows).Select(i => rows[(int)Math.Round(i * (rows.Count - 1.0) / (MostRows - 1))])];

    private static string[] Cells(LayerSignal signal) =>
    [
        Digits(signal.PreActivationDeviation), Digits(signal.StreamDeviation),
        Places(signal.PositiveShare, 2), Places(signal.Cosine, 3), Digits(signal.GradientRatio),
    ];

    /// <summary>Three digits, with an exponent where the number would be long.</summary>
    private static string Digits(double number)
    {
        if (double.IsNaN(number))
            return "-";
        if (double.IsInfinity(number))
            return "∞";
        double rounded = double.Parse(number.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded switch
        {
            0 => "0",
            < 1e-3 or >= 1e4 => rounded.ToString("0.00e-0", CultureInfo.InvariantCulture),
            _ => Places(rounded, Math.Max(0, 2 - (int)Math.Floor(Math.Log10(rounded)))),
        };
    }

    private static string Places(double number, int places)
    {
        if (double.IsNaN(number))
            return "-";
        bool isZero = Math.Abs(number) < 0.5 * Math.Pow(10, -places);
        return (isZero ? 0 : number).ToString("F" + Numbers.Literal(places), CultureInfo.InvariantCulture);
    }

    /// <param name="First">The name of its first layer.</param>
    /// <param name="Last">The name of its last layer.</param>
    /// <param name="Cells">Their numbers.</param>
    private sealed record Row(string First, string Last, string[] Cells)
    {
        public string Name => LayerRange.Name(First, Last);
    }
}
