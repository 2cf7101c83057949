using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NetGen.Experiments.SignalPropagation;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.SignalPropagation;

public sealed class SignalPropagationTests(NarrowGrid run)
{
    private static readonly string[] numbers = ["preActivationStd", "streamStd", "positiveShare", "cosine", "gradientRatio"];

    [Fact]
    public void Run_writes_numbers_figures_and_a_report() => Assert.Equal(
        ["figures", "manifest.json", "networks.json", "report.html", "report.md", "results.json"],
        Directory.EnumerateFileSystemEntries(run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Run_draws_these_figures_and_no_others() => Assert.Equal(
        [
            "signal_assumptions", "signal_cosine", "signal_errors", "signal_examples", "signal_gradients", "signal_spread", "signal_stream",
        ],
        Directory.EnumerateFiles(Path.Join(run.Folder, "figures"), "*.svg")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Console_tells_what_is_compiled_and_how_many_measurements_there_are()
    {
        Assert.Contains($"{run.Runs.Count} measurements.", run.Output, StringComparison.Ordinal);
        Assert.Contains($"Compiled {run.Networks.Count} networks of width 64", run.Output, StringComparison.Ordinal);
        Assert.Contains("MB of C#", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_network_is_measured_with_sixteen_seeds_and_in_every_layer()
    {
        Assert.Equal(48 + 8, run.Networks.Count);
        Assert.All(run.Networks, network =>
        {
            Assert.Equal(["network", "source", "expected"], Members(network));
            int depth = network.GetProperty("expected").GetProperty("cosine").GetArrayLength();
            JsonElement[] runs =
            [
                .. run.Runs.Where(one => one.GetProperty("network").GetString() == network.GetProperty("network").GetString()),
            ];
            Assert.Equal(Enumerable.Range(0, 16), runs.Select(static one => one.GetProperty("seed").GetInt32()));
            Assert.All(runs, one =>
            {
                Assert.Equal(["network", "width", "seed", "measured"], Members(one));
                Assert.Equal(numbers, Members(one.GetProperty("measured")));
                Assert.All(numbers, number => Assert.Equal(depth, one.GetProperty("measured").GetProperty(number).GetArrayLength()));
            });
        });
    }

    [Fact]
    public void Command_of_the_manifest_has_no_steps()
    {
        using JsonDocument manifest = JsonDocument.Parse(run.Read("manifest.json"));
        Assert.Equal(
            "signal-propagation --widest 64 --depth 20 --seed 0 --seeds 1 --batch 64",
            manifest.RootElement.GetProperty("command").GetString());
        Shell.Outcome outcome = Shell.Run(
            [new SignalPropagationExperiment()], CancellationToken.None, "signal-propagation", "--steps", "5");
        Assert.NotEqual(0, outcome.ExitCode);
    }

    // With 16 seeds the median of the z std of a plain ReLU network scatters by about 1.25 · ½√(5 · 5 / 64) / √16 = 0.1 at layer 5.
    [Fact]
    public void Measured_is_near_what_is_expected_in_the_first_layers()
    {
        foreach (string network in (string[])
        [
            "NoneReLUKaimingNormal64x20", "IdentityReLUKaimingNormal64x20", "ScaledTanhLeCunNormal64x20",
            "NormIdentitySiLUKaimingNormal64x20",
        ])
        {
            (double[] measured, double[] expected) = (run.Measured(network, "preActivationStd"), run.Expected(network, "preActivationStd"));
            (double[] cosines, double[] foretold) = (run.Measured(network, "cosine"), run.Expected(network, "cosine"));
            for (int layer = 0; layer < 5; layer++)
            {
                Assert.InRange(measured[layer] / expected[layer], 0.75, 1.33);
                Assert.InRange(cosines[layer] - foretold[layer], -0.06, 0.06);
            }
        }
    }

    [Fact]
    public void Gradient_of_a_plain_network_that_starts_small_vanishes_as_expected()
    {
        double expected = run.Expected("NoneReLUKaimingNormalSmaller64x20", "gradientRatio")[0];
        Assert.Equal(Math.Pow(1.0 / 20, 19.0 / 2), expected, 1e-3 * expected);
        Assert.InRange(run.Measured("NoneReLUKaimingNormalSmaller64x20", "gradientRatio")[0] / expected, 0.3, 3);
    }

    [Fact]
    public void Gradients_are_relative_to_the_last_layer() =>
        Assert.All(
            run.Runs,
            static one => Assert.Equal(1, one.GetProperty("measured").GetProperty("gradientRatio").EnumerateArray().Last().GetDouble()));

    [Fact]
    public void Figures_draw_what_is_expected_beside_what_is_measured()
    {
        using JsonDocument figure = JsonDocument.Parse(run.Read("figures/signal_cosine.json"));
        JsonElement plain = figure.RootElement.GetProperty("panels")[0]
            .GetProperty("series")
            .EnumerateArray()
            .Single(static series => series.GetProperty("label").GetString() == "plain");
        Same(run.Measured("NoneReLUKaimingNormal64x20", "cosine"), plain.GetProperty("points"));
        Same(run.Expected("NoneReLUKaimingNormal64x20", "cosine"), plain.GetProperty("predicted"));

        static void Same(double[] expected, JsonElement points) =>
            Assert.All(
                expected.Zip(points.EnumerateArray()),
                static pair => Assert.Equal(pair.First, pair.Second.GetProperty("y").GetDouble(), 1e-6));
    }

    [Fact]
    public void Claims_that_need_several_widths_are_said_to_be_not_measured() =>
        Assert.StartsWith(
            "The wider a network",
            Assert.Single(WrittenFinding.In(run.Read("report.md")), static finding => finding.Standing == "Not measured").Claim,
            StringComparison.Ordinal);

    [Fact]
    public void Answer_tells_of_each_width_and_layer_once()
    {
        string answer = run.Read("report.md").Split('\n')[4];
        Assert.Single(Regex.Matches(answer, "at width 64 and layer 20"));
        Assert.Single(Regex.Matches(run.Read("report.md"), "At width 64 it is off by .* at layer 20"));
        Assert.DoesNotMatch("at layer 20; by .* at layer 20", run.Read("report.md"));
    }

    [Fact]
    public void Answer_names_all_statements_that_it_counts()
    {
        const string Counts = @"Of (\d+) statements this run confirms (\d+) and contradicts (\d+); it does not measure (\d+)\.";
        Match score = Regex.Match(run.Output, Counts);
        int[] counts = [.. score.Groups.Values.Skip(1).Select(static group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
        Assert.Equal(counts[0], counts[1..].Sum());
        Assert.Equal(1, counts[3]);
    }

    [Fact]
    public void Run_stopped_while_it_compiles_writes_nothing()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Shell.Outcome outcome = Shell.Run(
            [new SignalPropagationExperiment()], stop.Token, "signal-propagation", "--widest", "64", "--depth", "20", "--out", folder.Path);
        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("nothing is written", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void List_says_that_networks_are_compiled_when_it_runs() =>
        Assert.Contains(
            "declared and compiled when it runs",
            Shell.Run([new SignalPropagationExperiment()], CancellationToken.None, "list").Output,
            StringComparison.Ordinal);

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(static member => member.Name);
}
