using NetGen.Compare.Measuring;
using NetGen.Compare.Works;

namespace NetGen.Compare.Reporting;

/// <summary>The times of a group of works, and how many times as long as NetGen's they are.</summary>
internal static class Times
{
    private const string Nothing = "-";

    public static ResultTable Of(WorkGroup group, int threads, IReadOnlyList<WorkResult> results)
    {
        string[] sides = [.. results.SelectMany(static result => result.Results).Select(static result => result.Side.Name).Distinct()];
        string[] others = [.. sides.Where(static side => side != "NetGen")];
        return new ResultTable(
            string.Create(CultureInfo.InvariantCulture, $"{group.Name}-{threads}"),
            $"{group.Title}, {(threads == 1 ? "one thread" : "two threads")}",
            ["", "NetGen", .. others.SelectMany(static side => new[] { side, "times NetGen's" }), "fastest way"],
            [.. results.Select(result => Row(result, others))]);
    }

    private static IReadOnlyList<string> Row(WorkResult result, string[] others)
    {
        Result? ours = result.Of("NetGen");
        return
        [
            result.Work.Name, Time(ours), .. others.SelectMany(side => new[] { Time(result.Of(side)), Ratio(result.Of(side), ours) }),
            string.Join("; ", result.Results.Where(static side => side.Mode != "").Select(static side => $"{side.Side.Name}: {side.Mode}")),
        ];
    }

    private static string Time(Result? result) =>
        result is null ? Nothing : $"{Quantity.Time(result.Median)} ± {Quantity.Percent(result.Spread)}";

    private static string Ratio(Result? theirs, Result? ours) =>
        theirs is null || ours is null ? Nothing
        : theirs.Agrees ? Quantity.Ratio(theirs.RatioTo(ours))
        : string.Create(CultureInfo.InvariantCulture, $"disagrees by {theirs.Difference:E1}");
}
