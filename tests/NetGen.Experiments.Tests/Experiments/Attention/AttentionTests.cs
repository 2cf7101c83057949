using System.Text.Json;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.Attention;

public sealed class AttentionTests(SmallTransformers run)
{
    private const int Layers = 4;
    private const int HeadsOfALayer = 4;

    private JsonElement Vision => Run("VisionTransformer");

    private JsonElement Plain => Run("PlainVisionTransformer");

    private JsonElement Reading => Run("CharacterGpt");

    [Fact]
    public void Both_networks_learn() => Assert.All([Vision, Reading], static training =>
    {
        float[] losses = training.GetProperty("losses").Deserialize<float[]>()!;
        Assert.InRange(losses.TakeLast(4).Average(), 0, 0.8 * losses.Take(4).Average());
    });

    [Fact]
    public void Images_are_tested_at_the_end_of_each_epoch_and_text_in_the_course_of_its_steps()
    {
        Assert.Equal(
            Enumerable.Range(1, SmallTransformers.Epochs).Select(static epoch => (double)epoch),
            Vision.GetProperty("epochs").EnumerateArray().Select(static check => check.GetProperty("epoch").GetDouble()));
        Assert.Equal(
            SmallTransformers.Epochs * SmallTransformers.Examples / SmallTransformers.Batch, Vision.GetProperty("steps").GetInt32());
        Assert.Equal(
            Enumerable.Range(0, 13).Select(static check => check * SmallTransformers.Steps / 12),
            Reading.GetProperty("checks").EnumerateArray().Select(static check => check.GetProperty("step").GetInt32()));
    }

    [Fact]
    public void Heads_look_nearly_everywhere_alike_before_training() =>
        Assert.All(Heads("start"), static head => Assert.InRange(head.GetProperty("share").GetDouble(), 0.9, 1));

    [Fact]
    public void Every_head_of_every_layer_is_looked_into()
    {
        foreach (string when in (string[])["start", "end"])
        {
            (int, int)[] heads =
            [
                .. Heads(when).Select(static head => (head.GetProperty("layer").GetInt32(), head.GetProperty("head").GetInt32())),
            ];
            Assert.Equal(2 * Layers * HeadsOfALayer, heads.Length);
            Assert.Equal(Layers * HeadsOfALayer, heads.Distinct().Count());
        }
    }

    [Fact]
    public void Stream_is_followed_from_the_first_block_to_the_last_one() => Assert.All([Vision, Plain, Reading], static training =>
    {
        JsonElement[] stages = [.. training.GetProperty("end").GetProperty("stages").EnumerateArray()];
        Assert.Equal(
            ["input", "attention 1", "dense layers 1", "attention 2", "dense layers 2", "attention 3", "dense layers 3", "attention 4",
                "dense layers 4"],
            stages.Select(static stage => stage.GetProperty("name").GetString()));
        Assert.All(stages, static stage => Assert.True(stage.GetProperty("signal").GetDouble() > 0));
        Assert.All(stages, static stage => Assert.True(stage.GetProperty("gradient").GetDouble() > 0));
    });

    [Fact]
    public void Map_of_a_head_shows_for_each_patch_what_it_gets_of_all_looks()
    {
        JsonElement heads = run.Json("figures/attention_maps.json").GetProperty("panels")[1];
        Assert.All(heads.GetProperty("rows").EnumerateArray(), static row =>
        {
            double[][] maps = [.. row.EnumerateArray().Select(static map => map.GetProperty("pixels").Deserialize<double[]>()!)];
            Assert.Equal([28 * 28, 49, 49, 49, 49], maps.Select(static map => map.Length));
            // Fifths of what patches would get by chance, a 49th each; together they get all.
            Assert.All(maps[1..], static map => Assert.Equal(1, map.Sum(static pixel => 5 * pixel / 49), 0.01));
        });
    }

    [Fact]
    public void Map_of_text_shows_rows_that_add_up_to_one_and_nothing_that_comes_later()
    {
        double[][] rows = run.Json("figures/text_map.json").GetProperty("panels")[0].GetProperty("rows").Deserialize<double[][]>()!;
        Assert.All(rows.Index(), static row =>
        {
            Assert.Equal(1, row.Item.Sum(), 0.01);
            Assert.All(row.Item[(row.Index + 1)..], static later => Assert.Equal(0, later));
        });
    }

    [Fact]
    public void Without_residual_connections_positions_begin_alike()
    {
        Assert.True(LastLikeness(Plain) > 0.9);
        Assert.True(LastLikeness(Vision) < 0.9);

        static double LastLikeness(JsonElement training) =>
            training.GetProperty("start").GetProperty("stages").EnumerateArray().Last().GetProperty("likeness").GetDouble();
    }

    [Theory]
    [InlineData("Heads begin by looking nearly everywhere alike")]
    [InlineData("Training sharpens some heads and leaves others broad")]
    [InlineData("Most heads on images come to look at clothes")]
    [InlineData("A head on text comes to look at the character before")]
    [InlineData("Without residual connections, attention makes positions alike")]
    [InlineData("With residual connections the network on images names more right")]
    [InlineData("Where residual connections are, the stream grows part by part")]
    [InlineData("With residual connections, gradients stay within a factor of 10")]
    [InlineData("The network on text knows more than pairs of characters do")]
    public void Report_judges_what_is_said_of_attention(string claim) => Assert.Single(
        WrittenFinding.In(run.Read("report.md")), finding => finding.Claim.StartsWith(claim, StringComparison.Ordinal));

    [Fact]
    public void Report_quotes_what_the_network_writes_as_it_wrote_it()
    {
        string written = Reading.GetProperty("written").GetString()!;
        Assert.InRange(written.Length, 100, 600);
        Assert.Contains($"\n{written}\n```", run.Read("report.md"), StringComparison.Ordinal);
        Assert.Contains($"<pre>{System.Net.WebUtility.HtmlEncode(written)}</pre>", run.Read("report.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attention_maps", 2)]
    [InlineData("head_entropy", 4)]
    [InlineData("watched", 4)]
    [InlineData("text_map", 2)]
    [InlineData("accuracy", 2)]
    [InlineData("bits_per_character", 1)]
    [InlineData("likeness", 3)]
    [InlineData("signal", 3)]
    [InlineData("gradient", 3)]
    public void Figure_is_written_with_its_panels(string name, int panels)
    {
        Assert.Equal(panels, run.Json($"figures/{name}.json").GetProperty("panels").GetArrayLength());
        Assert.True(File.Exists(Path.Join(run.Folder, "figures", $"{name}.png")));
        Assert.True(File.Exists(Path.Join(run.Folder, "figures", $"{name}.dark.png")));
    }

    [Fact]
    public void Console_tells_of_all_trainings_and_gives_the_answer()
    {
        Assert.Contains(
            $"attention: 3 trainings, of {SmallTransformers.Epochs} epochs on images and of {SmallTransformers.Steps} steps on text.",
            run.Outcome.Output,
            StringComparison.Ordinal);
        Assert.Contains("Heads begin by looking nearly everywhere alike", run.Outcome.Output, StringComparison.Ordinal);
    }

    private JsonElement Run(string network) => run.Json("results.json")
        .GetProperty("runs")
        .EnumerateArray()
        .Single(training => training.GetProperty("network").GetString() == network);

    private JsonElement[] Heads(string when) =>
    [
        .. ((JsonElement[])[Vision, Reading]).SelectMany(training => training.GetProperty(when).GetProperty("heads").EnumerateArray()),
    ];
}
