using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NetGen.Benchmarks.Measuring;

/// <summary>A column of what a benchmark's time means for its work.</summary>
internal sealed class WorkColumn : IColumn
{
    private readonly Func<IWork, BenchmarkReport, string?> value;

    private WorkColumn(string name, string legend, Func<IWork, BenchmarkReport, string?> value)
    {
        ColumnName = name;
        Legend = legend;
        this.value = value;
    }

    public static WorkColumn Speed { get; } = new(
        "GFLOP/s", "Operations of the matrix products by the median", static (work, report) => Text(work.Flops / Median(report), "F1"));

    public static WorkColumn ShareOfPeak { get; } = new(
        "Of peak", "That by the peak of the same process", static (work, report) => Share(work.Flops / Median(report), report));

    public static WorkColumn BestShareOfPeak { get; } = new(
        "At best", "The same by the minimum: what else runs on a machine only ever adds", static (work, report) =>
            Share(work.Flops / report.ResultStatistics!.Min, report));

    public static WorkColumn PerElement { get; } = new(
        "ns/element", "The median by the numbers gone over",
        static (work, report) => work.Elements > 0 ? Text(Median(report) / work.Elements, "F3") : null);

    public string Id => ColumnName;

    public string ColumnName { get; }

    public string Legend { get; }

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(benchmark => GetValue(summary, benchmark) != "-");

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase] is { ResultStatistics: not null } report && WorkOf(benchmarkCase) is { } work
            ? value(work, report) ?? "-"
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    private static IWork? WorkOf(BenchmarkCase benchmarkCase) =>
        benchmarkCase.Parameters.Items.Select(static parameter => parameter.Value).OfType<IWork>().SingleOrDefault();

    private static double Median(BenchmarkReport report) => report.ResultStatistics!.Median;

    private static string? Share(double speed, BenchmarkReport report) =>
        report.Metrics.TryGetValue(PeakDiagnoser.Peak.Id, out var peak) ? Text(100 * speed / peak.Value, "F1", " %") : null;

    private static string? Text(double value, string format, string unit = "") =>
        value > 0 ? value.ToString(format, CultureInfo.InvariantCulture) + unit : null;
}
