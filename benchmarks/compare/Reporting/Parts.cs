using NetGen.Compare.Measuring;
using NetGen.Compare.Works;

namespace NetGen.Compare.Reporting;

/// <summary>What the times on one thread are made of: arithmetic, memory, and calls.</summary>
internal static class Parts
{
    public static ResultTable Of(WorkGroup group, IReadOnlyList<WorkResult> results)
    {
        Column[] columns =
        [
            new("", static result => result.Work.Name),
            new("arithmetic at the peak", static result => Quantity.Time(Arithmetic(result))),
            .. group == WorkGroup.Training ? [new("parameters through memory", Memory)] : Array.Empty<Column>(),
            .. results.SelectMany(static result => result.Results).Select(static result => result.Side.Name).Distinct()
                .Select(static side => new Column($"{side}'s share of the peak", result => Share(result, side))),
            .. results.Any(static result => result.Of("PyTorch") is not null) ? PyTorchColumns : [],
        ];
        return new ResultTable(
            $"{group.Name}-parts",
            $"{group.Title}, one thread: what the times are made of",
            [.. columns.Select(static column => column.Head)],
            [.. results.Where(static result => result.Of("NetGen") is not null)
                .Select(result => columns.Select(column => column.Cell(result)).ToArray())]);
    }

    private static Column[] PyTorchColumns =>
    [
        new(
            "PyTorch's calls",
            static result =>
                result.Of("PyTorch")?.Parts is (double calls, _) ? string.Create(CultureInfo.InvariantCulture, $"{calls:N0}") : ""),
        new(
            "the calls on tensors of size one",
            static result => result.Of("PyTorch")?.Parts is (_, double seconds) ? Quantity.Time(seconds) : ""),
        new(
            "of PyTorch's time",
            static result => result.Of("PyTorch") is { Parts: (_, double seconds) } torch ? Quantity.Percent(seconds / torch.Median) : ""),
    ];

    private static double Arithmetic(WorkResult result) => result.Work.Flops / result.Of("NetGen")!.Parts!.Value.First;

    private static string Memory(WorkResult result) => Quantity.Time(result.Work.Traffic / result.Of("NetGen")!.Parts!.Value.Second);

    private static string Share(WorkResult result, string side) =>
        result.Of(side) is { } taken ? Quantity.Percent(Arithmetic(result) / taken.Median) : "";

    private sealed record Column(string Head, Func<WorkResult, string> Cell);
}
