using NetGen.Compare.Measuring;
using NetGen.Compare.Reporting;
using NetGen.Compare.Sides;
using NetGen.Compare.Works;

namespace NetGen.Compare.Tests;

public sealed class TimesTests
{
    private static readonly Work work = WorkList.All.First(static work => work.Group == WorkGroup.Training);

    [Fact]
    public void Ratio_is_the_median_of_the_rounds_ratios() =>
        Assert.Contains(
            "4.00 x", RowOf(Result(new NetGenSide(), [1, 2, 4], agrees: true), Result(new PyTorchSide(null), [4, 10, 8], agrees: true)));

    [Fact]
    public void Side_that_disagrees_has_no_ratio()
    {
        IReadOnlyList<string> row = RowOf(Result(new NetGenSide(), [1], agrees: true), Result(new PyTorchSide(null), [4], agrees: false));

        Assert.Contains("disagrees by 5.0E-001", row);
        Assert.DoesNotContain(row, static cell => cell.EndsWith(" x", StringComparison.Ordinal));
    }

    [Fact]
    public void Side_without_NetGen_has_no_ratio() =>
        Assert.DoesNotContain(
            RowOf(Result(new PyTorchSide(null), [4], agrees: false)), static cell => cell.EndsWith(" x", StringComparison.Ordinal));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(1.001f)]
    public void Another_loss_is_no_agreement(float loss) => Assert.True(work.Difference([2, 1], [2, loss]) > work.Tolerance);

    [Fact]
    public void Rounding_is_agreement() => Assert.True(work.Difference([2, 1], [2, 1.00001f]) <= work.Tolerance);

    private static IReadOnlyList<string> RowOf(params IReadOnlyList<Result> results) =>
        Times.Of(work.Group, 1, [new WorkResult(work, 1, results)]).Rows.Single();

    private static Result Result(Side side, double[] rounds, bool agrees) => new(side, "1.0", "", rounds, agrees ? 0 : 0.5, agrees, null);
}
