using System.Text.Json;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Tests.Commands;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis;

/// <summary>What a short run writes.</summary>
public sealed class HypothesisFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Run_writes_results_of_every_network_with_its_coder_counts_and_speed()
    {
        Shell.Outcome outcome = Shell.Run(
            [new PlainNetHypothesisExperiment()],
            CancellationToken.None,
            "pnnh", "--seeds", "1", "--steps", "2", "--coder-steps", "3", "--out", folder.Path);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);

        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(folder.File("results.json")));
        Assert.Equal(["experiment", "runs"], results.RootElement.EnumerateObject().Select(static property => property.Name));
        Assert.Equal("pnnh", results.RootElement.GetProperty("experiment").GetString());
        JsonElement[] runs = [.. results.RootElement.GetProperty("runs").EnumerateArray()];
        Assert.Equal(HypothesisVariants.All.Count, runs.Length);
        Assert.All(runs, static run =>
        {
            Assert.Equal(
                [
                    "network", "depth", "coder", "frozen", "seed", "finalLoss", "unseenLoss", "coderError", "parameters",
                    "sharedParameters", "stepMicroseconds", "losses",
                ],
                run.EnumerateObject().Select(static property => property.Name));
            Assert.Equal(2, run.GetProperty("losses").GetArrayLength());
            Assert.True(run.GetProperty("stepMicroseconds").GetDouble() > 0);
            bool coded = run.GetProperty("network").GetString()!.StartsWith("pnnh", StringComparison.Ordinal);
            Assert.Equal(coded ? JsonValueKind.String : JsonValueKind.Null, run.GetProperty("coder").ValueKind);
            Assert.Equal(coded ? JsonValueKind.Number : JsonValueKind.Null, run.GetProperty("coderError").ValueKind);
        });

        JsonElement coderA = Assert.Single(runs, static run => Is(run, "pnnh", "A", 20));
        Assert.True(coderA.GetProperty("frozen").GetBoolean());
        Assert.Equal(372_800, coderA.GetProperty("parameters").GetInt64());
        Assert.Equal(33_024, coderA.GetProperty("sharedParameters").GetInt64());
        Assert.Equal(
            0, Assert.Single(runs, static run => Is(run, "pnnh", "C", 50)).GetProperty("coderError").GetDouble(), tolerance: 1e-12);
        Assert.Equal(0, Assert.Single(runs, static run => Is(run, "pnnh-own", "A", 20)).GetProperty("sharedParameters").GetInt64());
        Assert.False(Assert.Single(runs, static run => Is(run, "pnnh-full-rate", "C", 20)).GetProperty("frozen").GetBoolean());

        Assert.All(
            [
                "manifest.json", "coders.json", "report.md", "report.html", "figures/training_loss.svg", "figures/way_down.svg",
                "figures/coder_error.svg", "figures/studies.svg", "figures/coder_width.svg",
            ],
            name => Assert.True(File.Exists(folder.File(name)), name));
        Assert.Empty(OwnFilesTests.Undeclared(new PlainNetHypothesisExperiment(), folder.Path));
    }

    public void Dispose() => folder.Dispose();

    private static bool Is(JsonElement run, string network, string coder, int depth) =>
        run.GetProperty("network").GetString() == network
            && run.GetProperty("coder").GetString() == coder
            && run.GetProperty("depth").GetInt32() == depth;
}
