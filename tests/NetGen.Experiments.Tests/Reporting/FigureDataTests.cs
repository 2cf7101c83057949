using System.Text.Json;
using NetGen.Experiments.Tests.Experiments.DistantIdentity;

namespace NetGen.Experiments.Tests.Reporting;

/// <summary>The numbers of the figures, worked out again from <c>results.json</c>.</summary>
public sealed class FigureDataTests(TwoSeeds run)
{
    private static readonly string[] networks = ["PlainMLP", "ResMLP"];

    [Theory]
    [InlineData("gradient_magnitude", 0, "end", "preActivationGradientNorm")]
    [InlineData("signal_flow", 0, "start", "streamStd")]
    [InlineData("signal_flow", 1, "end", "streamStd")]
    [InlineData("activation_std", 0, "end", "preActivationStd")]
    [InlineData("activation_mean", 0, "end", "activationMean")]
    public void Figure_by_layer_shows_median_and_quartiles_of_what_was_measured(string figure, int panel, string moment, string field) =>
        Assert.All(networks, network => Same(Layers("fair", network, moment, field), Labelled(Panels(figure)[panel], network)));

    [Theory]
    [InlineData("gradient_at_start", 20, 20)]
    [InlineData("chain_rule", 19, 19)]
    [InlineData("signal_flow", 20, 0)]
    [InlineData("gradient_magnitude", 0, 0)]
    [InlineData("activation_std", 0, 0)]
    [InlineData("activation_mean", 0, 0)]
    public void Figure_by_layer_has_a_prediction_beside_every_line_that_was_measured_before_training(string figure, int first, int last)
    {
        JsonElement[] panels = Panels(figure);
        Assert.All(new[] { (panels[0], first), (panels[^1], last) }, static panel =>
            Assert.All(Series(panel.Item1), series => Assert.Equal(panel.Item2, series.GetProperty("predicted").GetArrayLength())));
    }

    // PyTorch has z of 0.182, 0.0405, 8.8e-3, 1.95e-3 and 4.5e-4; h is ReLU(z), whose standard deviation is sqrt(1/2 - 1/2π) = 0.584 of
    // z's.
    [Fact]
    public void Predicted_signal_of_the_plain_network_is_that_of_PyTorch()
    {
        double[] z = [0.182, 0.0405, 8.8e-3, 1.95e-3, 4.5e-4];
        double[] predicted =
        [
            .. Labelled(Panels("signal_flow")[0], "PlainMLP")
                .GetProperty("predicted")
                .EnumerateArray()
                .Select(static point => point.GetProperty("y").GetDouble()),
        ];
        Assert.All(z.Zip(predicted), static pair => Assert.InRange(pair.Second, 0.95 * 0.584 * pair.First, 1.05 * 0.584 * pair.First));
    }

    // Each layer of the plain network multiplies by 1/√20, each of the residual one by √(1 + 1/20).
    [Fact]
    public void Predicted_gains_are_those_of_the_declared_scale()
    {
        JsonElement[] gains = Series(Panels("chain_rule")[0]);
        Assert.All(
            new[] { Math.Sqrt(1 / 20.0), Math.Sqrt(1 + 1 / 20.0), Math.Sqrt(1 / 20.0) }.Zip(gains),
            static pair => Assert.All(
                pair.Second.GetProperty("predicted").EnumerateArray(),
                point => Assert.InRange(point.GetProperty("y").GetDouble(), 0.97 * pair.First, 1.03 * pair.First)));
    }

    [Fact]
    public void Figure_of_three_gradients_shows_those_of_the_plain_network_before_training()
    {
        string[] fields = ["preActivationGradientNorm", "weightGradientNorm", "biasGradientNorm"];
        JsonElement[] series = Series(Panels("gradient_kinds")[0]);
        Assert.Equal(fields.Length, series.Length);
        Assert.All(fields.Zip(series), pair => Same(Layers("fair", "PlainMLP", "start", pair.First), pair.Second));
    }

    [Fact]
    public void Figures_of_the_loss_show_that_of_every_step_in_every_set_up()
    {
        ShowsLosses("fair", Panels("training_loss")[0]);
        string[] setups = ["fair", "raw", "unfair", "scaled-branch", "near-zero"];
        JsonElement[] panels = Panels("setups");
        Assert.Equal(setups.Length, panels.Length);
        Assert.All(setups.Zip(panels), pair =>
        {
            Assert.StartsWith($"{pair.First}:", pair.Second.GetProperty("title").GetString(), StringComparison.Ordinal);
            ShowsLosses(pair.First, pair.Second);
        });
    }

    // The mean of max(0, -y)² for y ~ U(-1, 1) is 1/6; its standard error over the data of a run is 2e-4.
    [Fact]
    public void Guide_of_the_training_loss_is_the_least_loss_without_negative_outputs()
    {
        JsonElement guide = Assert.Single(Panels("training_loss")[0].GetProperty("guides").EnumerateArray());
        Assert.InRange(guide.GetProperty("y").GetDouble(), 1 / 6.0 - 0.001, 1 / 6.0 + 0.001);
    }

    [Theory]
    [InlineData("PlainMLP", 0, "before")]
    [InlineData("ResMLP", 1, "before")]
    [InlineData("ResMLP", 2, "branch")]
    public void Products_of_gains_run_from_the_last_layer_back(string network, int line, string front)
    {
        double[][] products =
        [
            .. run.Of("fair", network).Select(training =>
            {
                double[] gains =
                [
                    .. training.GetProperty("start")
                        .GetProperty("backward")
                        .EnumerateArray()
                        .Select(step => step.GetProperty(front).GetDouble() / step.GetProperty("behind").GetDouble()),
                ];
                return gains.Select((_, layer) => gains[layer..].Aggregate(1.0, static (product, gain) => product * gain)).ToArray();
            }),
        ];
        Same(products, Series(Panels("chain_rule")[1])[line]);
    }

    // Branches of random weights are nearly orthogonal to what goes straight on: with "+1" a layer multiplies by about √(1 + branch²).
    [Fact]
    public void Branch_alone_hands_on_less_than_the_layer_with_its_plus_one()
    {
        JsonElement[] gains = Series(Panels("chain_rule")[0]);
        foreach (((double whole, _, _), (double branch, _, _)) in Points(gains[1]).Zip(Points(gains[2])))
        {
            Assert.InRange(branch, 0.1, 0.5);
            Assert.InRange(whole, 1, 1 + branch);
        }
    }

    private void ShowsLosses(string setup, JsonElement panel) => Assert.All(networks, network =>
        Same(
            [
                .. run.Of(setup, network)
                    .Select(
                        static training =>
                            training.GetProperty("losses").EnumerateArray().Select(static loss => (double)loss.GetSingle()).ToArray()),
            ],
            Labelled(panel, network)));

    /// <summary>A field of every layer, for each seed.</summary>
    private double[][] Layers(string setup, string network, string moment, string field) =>
        [
            .. run.Of(setup, network)
                .Select(
                    training =>
                        training.GetProperty(moment)
                            .GetProperty("layers")
                            .EnumerateArray()
                            .Select(layer => layer.GetProperty(field).GetDouble())
                            .ToArray()),
        ];

    private JsonElement[] Panels(string figure)
    {
        using JsonDocument data = JsonDocument.Parse(run.Read($"figures/{figure}.json"));
        return [.. data.RootElement.Clone().GetProperty("panels").EnumerateArray()];
    }

    private static JsonElement[] Series(JsonElement panel) => [.. panel.GetProperty("series").EnumerateArray()];

    private static JsonElement Labelled(JsonElement panel, string label) =>
        Series(panel).Single(series => series.GetProperty("label").GetString() == label);

    private static (double Median, double Low, double High)[] Points(JsonElement series)
    {
        JsonElement[] points = [.. series.GetProperty("points").EnumerateArray()];
        Assert.Equal(Enumerable.Range(1, points.Length), points.Select(static point => point.GetProperty("x").GetInt32()));
        return
        [
            .. points.Select(
                static point =>
                    (point.GetProperty("y").GetDouble(), point.GetProperty("low").GetDouble(), point.GetProperty("high").GetDouble())),
        ];
    }

    /// <summary>The quartiles of two seeds are a quarter, half and three quarters of the way from one to the other.</summary>
    private static void Same(double[][] seeds, JsonElement series)
    {
        Assert.Equal(2, seeds.Length);
        (double Median, double Low, double High)[] points = Points(series);
        Assert.Equal(seeds[0].Length, points.Length);
        foreach ((int index, (double median, double low, double high)) in points.Index())
        {
            double least = Math.Min(seeds[0][index], seeds[1][index]);
            double range = Math.Abs(seeds[0][index] - seeds[1][index]);
            Assert.All(
                new[] { (0.5, median), (0.25, low), (0.75, high) },
                quartile => Assert.Equal(least + quartile.Item1 * range, quartile.Item2, 1e-9 * (least + range)));
        }
    }
}
