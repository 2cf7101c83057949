using System.Text.Json;
using NetGen.Experiments.PlainImages;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.PlainImages;

public sealed class PlainImagesTests(EightLayers run)
{
    private const int Channels = 16;

    private IEnumerable<JsonElement> Runs => run.Json("results.json").GetProperty("runs").EnumerateArray();

    [Fact]
    public void Run_trains_every_network_of_a_depth_and_keeps_what_it_measured()
    {
        Assert.Equal(
            ImageNetworks.Of(8, full: false).Select(static network => network.Name).Order(),
            Runs.Select(static training => training.GetProperty("network").GetString()!).Order());
        Assert.All(Runs, static training =>
        {
            Assert.Equal("Fashion-MNIST", training.GetProperty("data").GetString());
            Assert.Equal(8, training.GetProperty("depth").GetInt32());
            Assert.Equal(EightLayers.Epochs, training.GetProperty("testAccuracy").GetArrayLength());
            Assert.Equal(EightLayers.Epochs * EightLayers.Examples / 16, training.GetProperty("losses").GetArrayLength());
            Assert.InRange(training.GetProperty("stepMicroseconds").GetDouble(), 1, 60e6);
            Assert.InRange(training.GetProperty("predictMicroseconds").GetDouble(), 1, 60e6);
            Assert.Equal(3, Layers(training, "start").GetArrayLength());
        });
    }

    [Fact]
    public void Networks_learn() => Assert.All(Runs, static training =>
    {
        double[] losses = training.GetProperty("losses").Deserialize<double[]>()!;
        Assert.True(losses[^3..].Average() < 0.9 * losses[..3].Average());
    });

    [Fact]
    public void Survivors_are_never_fewer_than_mean_and_variance_allow() => Assert.All(
        Runs.SelectMany(static training => Layers(training, "start").EnumerateArray().Concat(Layers(training, "end").EnumerateArray())),
        static layer =>
        {
            Assert.Equal(0, layer.GetProperty("violations").GetInt32());
            Assert.InRange(layer.GetProperty("survival").GetDouble(), layer.GetProperty("bound").GetDouble(), 1);
        });

    // Coder C codes the halves of a CReLU, of which one is positive: where no learner speaks yet, so it is behind a layer.
    [Fact]
    public void Behind_a_layer_in_which_only_coder_C_speaks_one_half_of_each_pair_is_positive()
    {
        JsonElement coded = Runs.Single(static training => training.GetProperty("network").GetString() == "CoderCNormless8");
        Assert.Equal(0.5, Layers(coded, "start")[0].GetProperty("survival").GetDouble(), tolerance: 0.001);
    }

    [Fact]
    public void What_folds_predicts_the_same()
    {
        JsonElement[] folded =
            [.. Runs.Where(static training => training.GetProperty("folded").ValueKind == JsonValueKind.Object)];
        Assert.Equal(
            ["Dirac8", "DiracNormless8", "RepVgg8"],
            folded.Select(static training => training.GetProperty("network").GetString()!).Order());
        Assert.All(folded, static training =>
        {
            JsonElement row = training.GetProperty("folded");
            Assert.InRange(row.GetProperty("difference").GetDouble(), 0, 1e-5 * row.GetProperty("greatest").GetDouble());
            Assert.True(row.GetProperty("parameters").GetInt64() < training.GetProperty("parameters").GetInt64());
            Assert.InRange(training.GetProperty("foldedMicroseconds").GetDouble(), 1, 60e6);
        });
    }

    [Fact]
    public void Coders_lose_what_they_are_known_to_lose() => Assert.All(Runs, static training =>
    {
        (double least, double most) = training.GetProperty("coder").GetString() switch
        {
            "A" => (0, 0.01),
            "B" => (0.1, 0.6),
            "C" => (0, 1e-6),
            _ => (1, 0),
        };
        JsonElement errors = training.GetProperty("coderErrors");
        Assert.All(errors.EnumerateArray(), error => Assert.InRange(error.GetDouble(), least, most));
        Assert.Equal(
            training.GetProperty("parameters").GetInt64() - training.GetProperty("trained").GetInt64(),
            least > most ? 0 : 2 * Channels * Hidden() + Hidden() + Channels);

        int Hidden() => training.GetProperty("coder").GetString() == "A" ? Channels : Channels / 2;
    });

    [Fact]
    public void Images_are_read_back_behind_the_first_layer_and_the_last_one_of_each_stage()
    {
        JsonElement residual = Runs.Single(static training => training.GetProperty("network").GetString() == "Residual8");
        foreach (string time in new[] { "start", "end" })
        {
            JsonElement remains = residual.GetProperty("layers").GetProperty(time).GetProperty("remains");
            Assert.Equal([1, 2, 3], remains.EnumerateArray().Select(static one => one.GetProperty("layer").GetInt32()));
            Assert.InRange(remains[0].GetProperty("share").GetDouble(), 0.3, 1);
        }
    }

    [Theory]
    [InlineData("\"Eventual convergence failure in plain neural networks\"", "")]
    [InlineData("\"PNNH-enabled plain CNNs achieve on-par accuracy with ResNets\", judged by coder B", "")]
    [InlineData("\"Up to 2x more parameter efficient than ResNets\"", "Not measured")]
    [InlineData("\"Up to 0.3x faster training speed compared to ResNets\" in one copy of the source, 0.3 % in another", "")]
    [InlineData("The lower bound on survivors", "Holds")]
    [InlineData("The source's results on CIFAR-10 and CIFAR-100", "Not measured")]
    [InlineData("The source's results on ImageNet", "Not measured")]
    public void Report_judges_what_the_source_claims(string claim, string standing)
    {
        WrittenFinding finding = Assert.Single(
            WrittenFinding.In(run.Read("report.md")), finding => finding.Claim.StartsWith(claim, StringComparison.Ordinal));
        Assert.True(standing.Length == 0 || standing == finding.Standing, finding.Standing);
    }

    [Theory]
    [InlineData("depth", 2)]
    [InlineData("accuracy", 2)]
    [InlineData("remains", 14)]
    [InlineData("coder_path", 6)]
    [InlineData("survival", 4)]
    [InlineData("cosine", 4)]
    [InlineData("rank", 4)]
    [InlineData("gradient", 4)]
    public void Figure_is_written_with_its_panels(string name, int panels) =>
        Assert.Equal(panels, run.Json($"figures/{name}.json").GetProperty("panels").GetArrayLength());

    [Fact]
    public void Every_declaration_is_kept() => Assert.All(
        run.Json("networks.json").EnumerateArray(),
        static network => Assert.Contains(
            $"public sealed partial class {network.GetProperty("name").GetString()};",
            network.GetProperty("source").GetString(),
            StringComparison.Ordinal));

    [Fact]
    public void A_folder_without_images_is_told_before_anything_is_compiled()
    {
        using TemporaryFolder empty = new();

        var outcome = EightLayers.Run(empty.Path, "--out", empty.File("results"));

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("--data: Fashion-MNIST: expected in", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Compiling", outcome.Output, StringComparison.Ordinal);
    }

    private static JsonElement Layers(JsonElement training, string time) =>
        training.GetProperty("layers").GetProperty(time).GetProperty("layers");
}
