using System.Text.Json;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.DissipatingInputs;

public sealed class DissipatingInputsTests(NarrowNetworks run)
{
    [Fact]
    public void Run_writes_numbers_figures_and_a_report() => Assert.Equal(
        ["figures", "losses.json", "manifest.json", "report.html", "report.md", "results.json"],
        Directory.EnumerateFileSystemEntries(run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Run_draws_these_figures_and_no_others() => Assert.Equal(
        ["after_training", "cosine", "effective_rank", "histograms", "pre_activations", "remains", "stuck_units", "survival", "training"],
        Directory.EnumerateFiles(Path.Join(run.Folder, "figures"), "*.svg")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Results_have_these_members_and_no_others()
    {
        Assert.Equal(["experiment", "runs"], Members(run.Results));
        Assert.Equal("dissipating-inputs", run.Results.GetProperty("experiment").GetString());
        Assert.All(run.Runs, static entry =>
        {
            Assert.Equal(["network", "activation", "width", "depth", "seed", "moment", "layers"], Members(entry));
            Assert.Equal(entry.GetProperty("depth").GetInt32(), entry.GetProperty("layers").GetArrayLength());
            Assert.All(entry.GetProperty("layers").EnumerateArray(), static layer => Assert.Equal(
                [
                    "index", "survival", "bound", "violations", "alwaysOn", "alwaysOff", "mean", "variance", "cosine", "effectiveRank",
                    "predictedVariance", "predictedCosine",
                ],
                Members(layer)));
        });
    }

    [Fact]
    public void Every_network_stands_there_once_a_seed_before_and_after_training()
    {
        string[] names =
        [
            .. run.Runs.Select(
                static entry => string.Join(' ', Members(entry).SkipLast(1).Select(member => entry.GetProperty(member).ToString()))),
        ];
        Assert.Equal(names.Distinct(), names);
        Assert.Equal(16 * 2 * 2, names.Length);
        Assert.Contains("plain ReLU 64 20 1 end", names);
        Assert.Contains("zero-start-residual ReLU 64 50 0 start", names);
    }

    [Fact]
    public void Layers_are_counted_from_1_and_have_a_prediction_before_training_alone() => Assert.All(run.Runs, static entry =>
    {
        JsonElement[] layers = [.. entry.GetProperty("layers").EnumerateArray()];
        Assert.Equal(Enumerable.Range(1, layers.Length), layers.Select(static layer => layer.GetProperty("index").GetInt32()));
        JsonValueKind expected = entry.GetProperty("moment").GetString() == "start" ? JsonValueKind.Number : JsonValueKind.Null;
        Assert.All(layers, layer => Assert.Equal(
            (expected, expected), (layer.GetProperty("predictedVariance").ValueKind, layer.GetProperty("predictedCosine").ValueKind)));
    });

    // z is W x, of variance 2/3, and x + W x with a residual connection; 64 x 64 weights and 256 inputs leave 5 %.
    [Theory]
    [InlineData("plain", 2 / 3.0)]
    [InlineData("residual", 1)]
    [InlineData("scaled-residual", 1 / 3.0 + 2 / 150.0)]
    [InlineData("zero-start-residual", 1 / 3.0)]
    public void Variance_of_the_first_layer_is_predicted_as_theory_has_it_and_measured_near_that(string network, double variance)
    {
        Assert.Equal(variance, run.Layers(network, "ReLU", "predictedVariance")[0], 1e-3);
        Assert.InRange(run.Layers(network, "ReLU", "variance")[0], 0.95 * variance, 1.05 * variance);
    }

    // 1/π, then the map c -> (sqrt(1 - c²) + (π - acos c) c) / π of Cho and Saul (2009).
    [Fact]
    public void Cosine_of_the_plain_network_is_predicted_by_the_arc_cosine_kernel()
    {
        double cosine = 0;
        Assert.All(run.Layers("plain", "ReLU", "predictedCosine"), predicted =>
        {
            cosine = (Math.Sqrt(1 - cosine * cosine) + (Math.PI - Math.Acos(cosine)) * cosine) / Math.PI;
            Assert.Equal(cosine, predicted, 1e-4);
        });
    }

    [Theory]
    [InlineData("cosine", 1, true)]
    [InlineData("effective_rank", 1, false)]
    [InlineData("survival", 4, true)]
    public void Figure_of_what_theory_knows_has_its_prediction_beside_every_measured_line(string figure, int panels, bool expected)
    {
        using JsonDocument data = JsonDocument.Parse(run.Read($"figures/{figure}.json"));
        JsonElement[] measured =
        [
            .. data.RootElement.GetProperty("panels")
                .EnumerateArray()
                .Take(panels)
                .SelectMany(static panel => panel.GetProperty("series").EnumerateArray())
                .Where(static series => !series.GetProperty("label").GetString()!.StartsWith("bound", StringComparison.Ordinal)),
        ];
        Assert.Equal(4, measured.Length);
        Assert.All(measured, series => Assert.Equal(expected ? 50 : 0, series.GetProperty("predicted").GetArrayLength()));
    }

    [Fact]
    public void No_neuron_and_no_layer_is_below_its_bound() => Assert.All(
        run.Runs.SelectMany(static entry => entry.GetProperty("layers").EnumerateArray()),
        static layer =>
        {
            Assert.Equal(0, layer.GetProperty("violations").GetInt32());
            Assert.True(layer.GetProperty("survival").GetDouble() >= layer.GetProperty("bound").GetDouble() - 1e-12, layer.GetRawText());
        });

    [Fact]
    public void Bound_of_a_layer_follows_from_its_mean_and_variance() => Assert.All(
        run.Runs.SelectMany(static entry => entry.GetProperty("layers").EnumerateArray()),
        static layer =>
        {
            double mean = layer.GetProperty("mean").GetDouble();
            Assert.Equal(
                mean > 0 ? 1 / (1 + layer.GetProperty("variance").GetDouble() / (mean * mean)) : 0,
                layer.GetProperty("bound").GetDouble(),
                1e-9);
        });

    // PyTorch: near 0.50 and, with residual connections from layer 3 on, near 0.65.
    [Theory]
    [InlineData("plain", 0, 0.45, 0.55)]
    [InlineData("residual", 2, 0.6, 0.7)]
    public void Share_of_neurons_that_survive_is_that_of_PyTorch(string network, int skip, double least, double most) =>
        Assert.InRange(run.Layers(network, "ReLU", "survival").Skip(skip).Average(), least, most);

    // 1/π behind the first layer, where inputs are at right angles (Cho and Saul 2009); PyTorch has 0.96 and 0.99 further down.
    [Fact]
    public void Outputs_of_the_plain_network_become_alike()
    {
        double[] cosine = run.Layers("plain", "ReLU", "cosine");
        Assert.Equal(1 / Math.PI, cosine[0], 0.02);
        Assert.InRange(cosine[19], 0.88, 1);
        Assert.InRange(cosine[49], 0.95, 1);
    }

    // PyTorch has 35 and 1.1.
    [Fact]
    public void Outputs_of_the_plain_network_come_to_differ_in_one_direction()
    {
        double[] rank = run.Layers("plain", "ReLU", "effectiveRank");
        Assert.InRange(rank[0], 32, 38);
        Assert.InRange(rank[49], 1, 1.5);
    }

    // ReLU(x) for x ~ U(-1, 1) has E[r]²/E[r²] = (1/16)/(1/6).
    [Fact]
    public void Network_that_starts_at_zero_hands_on_what_its_first_layer_makes()
    {
        double[] cosine = run.Layers("zero-start-residual", "ReLU", "cosine");
        Assert.Equal(3 / 8.0, cosine[0], 0.02);
        Assert.Equal(cosine[0], cosine[49], 1e-6);
    }

    [Fact]
    public void Scaled_branches_keep_inputs_apart_that_unscaled_ones_do_not()
    {
        Assert.InRange(run.Layers("scaled-residual", "ReLU", "effectiveRank")[49], 8, 64);
        Assert.InRange(run.Layers("residual", "ReLU", "effectiveRank")[49], 1, 1.2);
    }

    [Theory]
    [InlineData("inputs dissipate with depth", "Holds")]
    [InlineData("higher portion of activations surviving", "Holds")]
    [InlineData("pushes up the mean", "Holds")]
    [InlineData("better lower bound", "Holds")]
    [InlineData("No neuron survives less often", "Holds")]
    [InlineData("progressively eliminate", "Does not hold")]
    [InlineData("random noise", "Does not hold")]
    [InlineData("variance of neuron responses remains comparable", "Does not hold")]
    [InlineData("more is left of the input", "Does not hold")]
    [InlineData("preserves more information than ReLU", "Does not hold")]
    public void Claim_stands_beside_what_was_measured_of_it(string words, string standing) => Assert.Equal(
        standing,
        Assert.Single(
            WrittenFinding.In(run.Read("report.md")), finding => finding.Claim.Contains(words, StringComparison.Ordinal)).Standing);

    [Fact]
    public void Losses_have_one_value_a_step()
    {
        using JsonDocument losses = JsonDocument.Parse(run.Read("losses.json"));
        Assert.Equal(16 * 2, losses.RootElement.GetArrayLength());
        Assert.All(losses.RootElement.EnumerateArray(), static entry => Assert.Equal(5, entry.GetProperty("losses").GetArrayLength()));
    }

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(static member => member.Name);
}
