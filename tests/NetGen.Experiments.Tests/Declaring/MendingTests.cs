using NetGen.Experiments.Declaring;
using NetGen.Experiments.LeakySlope;

namespace NetGen.Experiments.Tests.Declaring;

/// <summary>The compiler mends declarations, and not the experiment.</summary>
public sealed class MendingTests
{
    [Fact]
    public void Declaration_warning_slope_and_code_fix_are_the_compilers()
    {
        SlopeNetwork plain = new(SlopeTask.Identity, SlopeKind.Plain, 50);

        Mending mending = Mending.Of(plain.Source, plain.Name, TestContext.Current.CancellationToken);

        Assert.StartsWith(
            "NETGEN041: Expected two different inputs to leave '0.49.0' with a cosine of 0.9 or less, found 0.9879", mending.Warning,
            StringComparison.Ordinal);
        Assert.Equal(0.44f, mending.Slope);
        Assert.Equal(
            plain.Source.Replace(
                "[Block, Linear(64), ReLU]", "[Block, Linear(64, InitScale = 0.9153f), LeakyReLU(0.44)]", StringComparison.Ordinal),
            mending.After);
        Assert.Equal(0, mending.WarningsAfter);
    }

    [Fact]
    public void Every_task_is_mended() => Assert.All(SlopeTask.All, static task =>
    {
        SlopeNetwork plain = new(task, SlopeKind.Plain, 20);

        Mending mending = Mending.Of(plain.Source, plain.Name, TestContext.Current.CancellationToken);

        Assert.InRange(mending.Slope, 0.15, 0.25);
        Assert.Equal(0, mending.WarningsAfter);
        Assert.DoesNotContain(", ReLU", mending.After, StringComparison.Ordinal);
    });
}
