using System.Text.Json;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.DistantIdentity;

public sealed class DistantIdentityTests(TwoSeeds run)
{
    // Minimum and maximum of PyTorch 1.13.1 over 20 seeds, the same task and conventions, widened on each side by half their distance.
    [Theory]
    [InlineData("ResMLP", "initialLoss", 7.6, 26.0)]
    [InlineData("ResMLP", "finalLoss", 0.04495, 0.08155)]
    [InlineData("PlainMLP", "initialLoss", 0.313, 0.353)]
    [InlineData("PlainMLP", "finalLoss", 0.320, 0.348)]
    public void Loss_in_set_up_fair_is_that_of_PyTorch(string network, string loss, double least, double most)
    {
        foreach (JsonElement training in Fair(network))
            Assert.InRange(training.GetProperty(loss).GetDouble(), least, most);
    }

    [Theory]
    [InlineData("ResMLP", 1, 2.97e-3, 5.21e-3)]
    [InlineData("ResMLP", 20, 1.06e-3, 2.74e-3)]
    [InlineData("PlainMLP", 20, 3.05e-3, 11.25e-3)]
    public void Gradient_in_set_up_fair_is_that_of_PyTorch(string network, int layer, double least, double most)
    {
        foreach (JsonElement training in Fair(network))
            Assert.InRange(Layer(training, "end", layer).GetProperty("preActivationGradientNorm").GetDouble(), least, most);
    }

    // log10 in [-18.4, -15.7], widened.
    [Fact]
    public void Gradient_of_PlainMLP_vanishes_as_that_of_PyTorch()
    {
        foreach (JsonElement training in Fair("PlainMLP"))
            Assert.InRange(Math.Log10(Layer(training, "end", 1).GetProperty("preActivationGradientNorm").GetDouble()), -19.75, -14.35);
    }

    [Fact]
    public void Raw_residual_network_explodes() =>
        Assert.All(Runs("raw", "ResMLP"), static training => Assert.InRange(training.GetProperty("initialLoss").GetDouble(), 1e7, 1e10));

    [Fact]
    public void Set_ups_with_the_same_start_give_the_same_run()
    {
        Assert.Equal(Losses("fair", "ResMLP"), Losses("unfair", "ResMLP"));
        Assert.Equal(Losses("raw", "PlainMLP"), Losses("unfair", "PlainMLP"));
    }

    // ReLU(c W x) = c ReLU(W x): the factor in front of the branch is the factor on its weights, until they are trained.
    [Fact]
    public void Scaled_branch_starts_as_scaled_weights_do_and_learns_less_in_as_many_steps()
    {
        foreach ((float[] branch, float[] weights) in Losses("scaled-branch", "ResMLP").Zip(Losses("fair", "ResMLP")))
        {
            Assert.Equal(1, branch[0] / weights[0], 1e-4);
            Assert.InRange(branch[^1] / weights[^1], 2, 5);
        }
    }

    [Fact]
    public void Results_have_every_run_with_every_field_in_order()
    {
        Assert.Equal(["experiment", "runs"], Names(run.Results));
        Assert.Equal("distant-identity", run.Results.GetProperty("experiment").GetString());
        JsonElement[] runs = [.. run.Results.GetProperty("runs").EnumerateArray()];
        Assert.Equal(2 * 5 * 2, runs.Length);
        Assert.All(runs, static training =>
        {
            Assert.Equal(
                ["setup", "network", "data", "seed", "steps", "initialLoss", "finalLoss", "unseenLoss", "losses", "start", "end"],
                Names(training));
            Assert.Equal("fixed", training.GetProperty("data").GetString());
            Assert.Equal(500, training.GetProperty("steps").GetInt32());
            float[] losses = training.GetProperty("losses").Deserialize<float[]>()!;
            Assert.Equal(500, losses.Length);
            Assert.Equal(losses[0], training.GetProperty("initialLoss").GetSingle());
            Assert.Equal(losses[^1], training.GetProperty("finalLoss").GetSingle());
            HasEveryLayer(training.GetProperty("start"));
            HasEveryLayer(training.GetProperty("end"));
        });
    }

    [Fact]
    public void Manifest_tells_how_the_results_came_about()
    {
        using JsonDocument manifest = JsonDocument.Parse(run.Read("manifest.json"));
        Assert.Equal("2", manifest.RootElement.GetProperty("options").GetProperty("--seeds").GetString());
        Assert.Equal(
            "distant-identity --setup all --data fixed --seed 0 --seeds 2 --steps 500 --batch 64",
            manifest.RootElement.GetProperty("command").GetString());
        Assert.Equal([0, 1], manifest.RootElement.GetProperty("seeds").Deserialize<int[]>()!);
        Assert.Equal(20, manifest.RootElement.GetProperty("plannedRuns").GetInt32());
        Assert.Equal(20, manifest.RootElement.GetProperty("finishedRuns").GetInt32());
        Assert.True(manifest.RootElement.GetProperty("machine").GetProperty("vectorBits").GetInt32() is 128 or 256 or 512);
        Assert.NotEmpty(manifest.RootElement.GetProperty("versions").GetProperty(".NET").GetString()!);
    }

    [Fact]
    public void Learning_signal_of_PlainMLP_is_gone_after_training_and_level_before_it()
    {
        foreach (JsonElement training in Fair("PlainMLP"))
        {
            Assert.True(WeightGradient("end", 10) < 1e-3 * WeightGradient("end", 20));
            Assert.InRange(WeightGradient("start", 1) / WeightGradient("start", 20), 0.1, 10);

            double WeightGradient(string moment, int layer) => Layer(training, moment, layer).GetProperty("weightGradientNorm").GetDouble();
        }
    }

    [Fact]
    public void Claim_that_a_run_does_not_confirm_is_reported_so_and_one_it_did_not_measure_too()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Shell.Run("distant-identity", "--setup", "fair", "--seeds", "1", "--steps", "1", "--out", folder.Path).ExitCode);
        string report = File.ReadAllText(folder.File("report.md"));
        IReadOnlyList<WrittenFinding> findings = WrittenFinding.In(report);
        Assert.Equal("Does not hold", Of("\"The residual network learns").Standing);
        Assert.Equal("Holds", Of("\"Keep what you have").Standing);
        Assert.DoesNotContain("switching its branches off", report, StringComparison.Ordinal);
        Assert.Equal("Not measured", Of("the loss starts at 106 million").Standing);
        Assert.Contains("(Set-up fair, 1 step, 1 seed.)", report, StringComparison.Ordinal);
        Assert.Contains(
            $"it does not measure {findings.Count(static finding => finding.Standing == "Not measured")}.",
            report,
            StringComparison.Ordinal);

        WrittenFinding Of(string words) => Assert.Single(findings, finding => finding.Claim.Contains(words, StringComparison.Ordinal));
    }

    private static void HasEveryLayer(JsonElement inspection)
    {
        Assert.Equal(["layers", "backward"], Names(inspection));
        JsonElement[] layers = [.. inspection.GetProperty("layers").EnumerateArray()];
        Assert.Equal(Enumerable.Range(1, 20), layers.Select(static layer => layer.GetProperty("index").GetInt32()));
        Assert.All(layers, static layer => Assert.Equal(
            [
                "index", "name", "preActivationStd", "activationMean", "activationStd", "streamStd", "zeroFraction",
                "preActivationGradientNorm", "weightGradientNorm", "biasGradientNorm",
            ],
            Names(layer)));
    }

    private IEnumerable<JsonElement> Fair(string network) => Runs("fair", network);

    private IEnumerable<JsonElement> Runs(string setup, string network) => run.Of(setup, network);

    private IEnumerable<float[]> Losses(string setup, string network) =>
        Runs(setup, network).Select(static training => training.GetProperty("losses").Deserialize<float[]>()!);

    private static JsonElement Layer(JsonElement training, string moment, int layer) =>
        training.GetProperty(moment).GetProperty("layers")[layer - 1];

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static property => property.Name);
}
