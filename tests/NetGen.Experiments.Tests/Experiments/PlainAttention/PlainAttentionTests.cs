using System.Text.Json;
using NetGen.Experiments.PlainAttention;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.PlainAttention;

public sealed class PlainAttentionTests(TinyTransformers run)
{
    private static readonly string[] networks =
    [
        .. PlainVariants.OnImages.Select(static variant => $"Image{variant.Name}"),
        .. PlainVariants.OnText.Select(static variant => $"Text{variant.Name}"),
    ];

    [Fact]
    public void Every_variant_is_trained_on_images_and_on_text_from_every_seed()
    {
        Assert.Equal("plain-attention", run.Json("results.json").GetProperty("experiment").GetString());
        Assert.Equal(
            networks.SelectMany(static network => Enumerable.Range(0, TinyTransformers.Seeds).Select(seed => (network, seed))).Order(),
            run.Runs.Select(static one => (one.GetProperty("network").GetString()!, one.GetProperty("seed").GetInt32())).Order());
    }

    [Fact]
    public void Row_of_a_run_on_images_tells_what_was_trained_and_how_it_went()
    {
        JsonElement row = run.Run("ImagePnnhFeedForward", seed: 1);
        Assert.Equal("Fashion-MNIST", row.GetProperty("data").GetString());
        Assert.Equal(TinyTransformers.Depth, row.GetProperty("depth").GetInt32());
        Assert.Equal("B", row.GetProperty("coder").GetString());
        Assert.Equal(TinyTransformers.Epochs, row.GetProperty("epochs").GetInt32());
        Assert.Equal(TinyTransformers.Epochs, row.GetProperty("trainLoss").GetArrayLength());
        Assert.All(row.GetProperty("testAccuracy").Deserialize<double[]>()!, static share => Assert.InRange(share, 0, 1));
        Assert.Equal(TinyTransformers.Epochs, row.GetProperty("testAccuracy").GetArrayLength());
        Assert.True(row.GetProperty("stepMicroseconds").GetDouble() > 0);
        Assert.Equal(2 * TinyTransformers.Depth + 1, row.GetProperty("layers").GetArrayLength());
    }

    [Fact]
    public void Row_of_a_run_on_text_has_bits_a_character_in_the_place_of_accuracy()
    {
        JsonElement row = run.Run("TextResidual", seed: 0);
        Assert.Equal("text.txt", row.GetProperty("data").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("coder").ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("testAccuracy").ValueKind);
        Assert.Equal([3, 6, 9, 12], row.GetProperty("checks").Deserialize<int[]>()!);
        Assert.All(row.GetProperty("bitsPerCharacter").Deserialize<double[]>()!, static bits => Assert.InRange(bits, 0, 10));
        float[] losses = row.GetProperty("losses").Deserialize<float[]>()!;
        Assert.Equal(losses.Take(3).Average(), row.GetProperty("trainLoss")[0].GetDouble(), 1e-5);
    }

    [Fact]
    public void A_residual_connection_has_no_parameters_and_a_shared_coder_has_its_own_once()
    {
        long residual = Parameters("TextResidual");
        Assert.Equal(residual, Parameters("TextPlain"));
        // Two weights, and a bias for each hidden unit and each of 32 outputs, however many parts it is in.
        Assert.Equal(residual + 2 * 16 * 32 + 16 + 32, Parameters("TextPnnhFeedForward"));
        Assert.Equal(residual + 2 * 16 * 32 + 16 + 32, Parameters("TextPnnhBoth"));
        Assert.Equal(residual + 2 * 64 * 32 + 64 + 32, Parameters("TextPnnhBothTwice"));

        long Parameters(string network) => run.Run(network, 0).GetProperty("parameters").GetInt64();
    }

    [Theory]
    [InlineData("Image")]
    [InlineData("Text")]
    public void Coder_that_loses_nothing_is_a_residual_connection_number_by_number(string prefix) => Assert.All(
        Enumerable.Range(0, TinyTransformers.Seeds),
        seed => Assert.Equal(Losses($"{prefix}Residual", seed), Losses($"{prefix}PnnhBothTwice", seed)));

    [Fact]
    public void Skips_make_a_difference_from_the_first_step_on()
    {
        float[] first = [.. PlainVariants.Skips.Select(variant => Losses($"Text{variant.Name}", seed: 0)[0])];
        Assert.Equal(first.Length, first.Distinct().Count());
    }

    [Fact]
    public void Stream_is_looked_at_before_and_after_training_at_every_part()
    {
        JsonElement[] layers = [.. run.Run("TextPnnhAttention", seed: 0).GetProperty("layers").EnumerateArray()];
        Assert.Equal(
            ["input", "attention 1", "dense layers 1", "attention 2", "dense layers 2"],
            layers.Select(static layer => layer.GetProperty("name").GetString()));
        foreach (string when in (string[])["start", "end"])
        {
            JsonElement[] looks = [.. layers.Select(layer => layer.GetProperty(when))];
            Assert.All(looks, static look => Assert.InRange(look.GetProperty("likeness").GetDouble(), -1, 1.0001));
            Assert.All(looks, static look => Assert.InRange(look.GetProperty("rank").GetDouble(), 0, 32));
            Assert.All(looks, static look => Assert.True(look.GetProperty("gradient").GetDouble() > 0));
            // Heads are those of the attention in front; a coder is in front of attention alone.
            Assert.Equal([1, 3], Told(looks, "entropy"));
            Assert.Equal([0, 2], Told(looks, "coderLoss"));
        }

        static IEnumerable<int> Told(JsonElement[] looks, string number) =>
            looks.Index().Where(look => look.Item.GetProperty(number).ValueKind != JsonValueKind.Null).Select(static look => look.Index);
    }

    [Fact]
    public void Coders_are_told_with_what_they_lose()
    {
        JsonElement[] coders = [.. run.Json("coders.json").EnumerateArray()];
        Assert.Equal(TinyTransformers.Seeds * 3, coders.Length);
        Assert.All(coders.Where(static coder => coder.GetProperty("coder").GetString() == "2D"), static coder =>
            Assert.Equal(0, coder.GetProperty("error").GetDouble()));
        Assert.All(coders.Where(static coder => coder.GetProperty("coder").GetString() == "B"), static coder =>
            Assert.InRange(coder.GetProperty("error").GetDouble(), 0.45, 1));
    }

    [Fact]
    public void Declarations_are_written_beside_the_results() => Assert.Equal(
        networks.Order(),
        run.Json("networks.json").EnumerateArray().Select(static network => network.GetProperty("network").GetString()!).Order());

    [Theory]
    [InlineData("Removing the skip around attention costs 22 points")]
    [InlineData("Removing the skip around the feed-forward part costs 2 points")]
    [InlineData("Removing the skip around the convolution of a convolution mixer costs 0.2 points")]
    [InlineData("Attention needs its skip more than the feed-forward part does")]
    [InlineData("Transformers without skips train about five times slower")]
    [InlineData("It is the skip around attention that keeps positions apart")]
    [InlineData("Training undoes it")]
    [InlineData("Positions that are alike also differ in fewer directions")]
    [InlineData("Heads stay broader without the skip")]
    [InlineData("Without skips the gradient vanishes")]
    [InlineData("PNNH: plain transformers with it")]
    [InlineData("PNNH in the place of attention's skip")]
    [InlineData("PNNH in both is on a par")]
    [InlineData("A coder that loses nothing is a residual connection", "Holds")]
    [InlineData("The source's coder, half as wide as what it codes", "Does not hold")]
    [InlineData("Training moves the stream to where the coder keeps it")]
    [InlineData("PNNH holds across domains")]
    [InlineData("\"Up to 2x more parameter efficient", "Not measured")]
    [InlineData("Training is \"up to 0.3x faster\"")]
    [InlineData("PNNH \"on CIFAR-10/100 and ImageNet\"", "Not measured")]
    [InlineData("PNNH on speech", "Not measured")]
    [InlineData("A start made for it closes the gap", "Not measured")]
    public void Report_judges_what_is_claimed(string claim, string? standing = null)
    {
        WrittenFinding finding = Assert.Single(
            WrittenFinding.In(run.Read("report.md")), one => one.Claim.StartsWith(claim, StringComparison.Ordinal));
        Assert.Equal(standing ?? finding.Standing, finding.Standing);
    }

    [Fact]
    public void Report_says_that_the_hypothesis_is_a_reconstruction_and_that_there_is_no_speech()
    {
        string report = run.Read("report.md");
        Assert.Contains("everything about the hypothesis is a reconstruction", report, StringComparison.Ordinal);
        Assert.Contains("There are no data of speech here.", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("learning", 4)]
    [InlineData("likeness", 4)]
    [InlineData("rank", 4)]
    [InlineData("entropy", 4)]
    [InlineData("gradient", 4)]
    [InlineData("coder_loss", 4)]
    [InlineData("mixer", 2)]
    public void Figure_is_written_with_its_panels(string name, int panels)
    {
        Assert.Equal(panels, run.Json($"figures/{name}.json").GetProperty("panels").GetArrayLength());
        Assert.True(File.Exists(Path.Join(run.Folder, "figures", $"{name}.png")));
        Assert.True(File.Exists(Path.Join(run.Folder, "figures", $"{name}.dark.png")));
    }

    [Fact]
    public void Console_tells_of_compiling_and_training_and_gives_the_answer()
    {
        string[] expected =
        [
            "plain-attention: 44 trainings, of 2 epochs on images and of 12 steps on text.", "Compiled 20 networks of 2 blocks, in ",
            "Leaving out the skip around attention costs ",
        ];
        Assert.All(expected, line => Assert.Contains(line, run.Outcome.Output, StringComparison.Ordinal));
    }

    private float[] Losses(string network, int seed) => run.Run(network, seed).GetProperty("losses").Deserialize<float[]>()!;
}
