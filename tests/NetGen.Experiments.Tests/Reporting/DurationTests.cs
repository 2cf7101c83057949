using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class DurationTests
{
    private const double Day = 24 * 3600;

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(59.5, "1 min")]
    [InlineData(75, "1 min 15 s")]
    [InlineData(3599.6, "1 h")]
    [InlineData(12_000, "3 h 20 min")]
    [InlineData(Day - 20, "1 d")]
    [InlineData(Day + 7200, "1 d 2 h")]
    [InlineData(330 * Day + 84_892, "331 days")]
    [InlineData(3000 * 365 * Day, "3,000 years")]
    [InlineData(double.MaxValue, "no one knows how long")]
    [InlineData(double.PositiveInfinity, "no one knows how long")]
    [InlineData(double.NaN, "no one knows how long")]
    public void Time_is_told_whole_and_in_units_that_a_person_reads(double seconds, string expected) =>
        Assert.Equal(expected, Duration.Text(seconds));
}
