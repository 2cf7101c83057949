using NetGen.Compare.Measuring;
using NetGen.Compare.Works;

namespace NetGen.Compare.Reporting;

/// <summary>What the times of NetGen and PyTorch on one thread are made of.</summary>
internal static class Parts
{
    public static ResultTable Of(WorkGroup group, IReadOnlyList<WorkResult> results) => new(
        $"{group.Name}-parts",
        $"{group.Title}: what the times are made of",
        [
            "", "arithmetic at the peak", "parameters through memory", "NetGen", "of the peak", "PyTorch", "of the peak", "its calls", "with tensors of size one", "of its time",
        ],
        [.. results.Where(static result => result.Threads == 1).Select(Row).OfType<IReadOnlyList<string>>()]);

    private static IReadOnlyList<string>? Row(WorkResult result)
    {
        if (result.Of("NetGen") is not { Parts: (double peak, double bandwidth) } ours)
            return null;

        double arithmetic = result.Work.Flops / peak;
        Result? torch = result.Of("PyTorch");
        return
        [
            result.Work.Name, Quantity.Time(arithmetic), Quantity.Time(result.Work.Traffic / bandwidth),
            Quantity.Time(ours.Median), Quantity.Percent(arithmetic / ours.Median),
            .. torch is { Parts: (double calls, double seconds) }
                ? new[]
                {
                    Quantity.Time(torch.Median), Quantity.Percent(arithmetic / torch.Median),
                    string.Create(CultureInfo.InvariantCulture, $"{calls:N0}"), Quantity.Time(seconds), Quantity.Percent(seconds / torch.Median),
                }
                : ["-", "-", "-", "-", "-"],
        ];
    }
}
