using System.Text.Json;
using NetGen.Experiments.LeakySlope;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.LeakySlope;

public sealed class LeakySlopeTests(ShortSlopes run)
{
    private IEnumerable<JsonElement> Runs => run.Json("results.json").GetProperty("runs").EnumerateArray();

    [Fact]
    public void Every_task_trains_every_network() => Assert.Equal(
        from task in SlopeTask.All
        from kind in Enum.GetValues<SlopeKind>()
        select $"{task.Name} {new SlopeNetwork(task, kind, 20).Label} 20",
        Runs.Select(static one => $"{one.GetProperty("data")} {one.GetProperty("network")} {one.GetProperty("depth")}"));

    [Fact]
    public void A_run_tells_what_it_was_and_what_came_of_it() => Assert.All(Runs, static one =>
    {
        Assert.Equal(
            [
                "network", "data", "depth", "seed", "parameters", "epochs", "steps", "trainLoss", "unseenLoss", "testAccuracy",
                "accuracies", "stepMicroseconds", "layers", "losses",
            ],
            one.EnumerateObject().Select(static member => member.Name));
        bool isIdentity = one.GetProperty("data").GetString() == SlopeTask.Identity.Name;
        Assert.Equal(isIdentity ? ShortSlopes.Steps : 320 / ShortSlopes.Batch, one.GetProperty("losses").GetArrayLength());
        Assert.Equal(isIdentity ? JsonValueKind.Null : JsonValueKind.Number, one.GetProperty("testAccuracy").ValueKind);
        Assert.InRange(one.GetProperty("layers").GetArrayLength(), 20, 100);
    });

    [Fact]
    public void Report_shows_declaration_warning_and_the_mended_declaration()
    {
        string report = run.Read("report.md");
        Assert.Contains("[Block, Linear(64), ReLU]", report, StringComparison.Ordinal);
        Assert.Contains("NETGEN041: Expected two different inputs to leave", report, StringComparison.Ordinal);
        Assert.Contains("LeakyReLU(0.19)]", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The declarations that the compiler mends earn no warning")]
    [InlineData("Where inputs have nothing in common, their cosine")]
    [InlineData("Distant Identity: at every depth the slope does better than ReLUs")]
    [InlineData("Fashion-MNIST, convolutional: at every depth the slope does as well as a residual connection")]
    public void Report_judges_the_claims(string claim) => Assert.Single(
        WrittenFinding.In(run.Read("report.md")), finding => finding.Claim.StartsWith(claim, StringComparison.Ordinal));

    [Theory]
    [InlineData("slope_learning")]
    [InlineData("slope_cosine")]
    public void Figure_has_a_panel_for_each_task(string name) =>
        Assert.Equal(3, run.Json($"figures/{name}.json").GetProperty("panels").GetArrayLength());

    [Fact]
    public void Console_tells_the_slopes() => Assert.Contains("0.190 (PlainIdentity20)", run.Output, StringComparison.Ordinal);
}
