using System.Text.Json;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

public sealed class ResidualDepthTests(SmallPair run)
{
    [Fact]
    public void Run_writes_the_files_of_the_source_and_a_report() => Assert.Equal(
        ["README.md", "figures", "grad_norms.json", "losses.json", "manifest.json", "report.html", "results.json"],
        Directory.EnumerateFileSystemEntries(run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Losses_have_one_value_a_step_for_each_variant()
    {
        JsonElement losses = run.Json("losses.json");
        Assert.Equal(
            [SmallPair.Plain, SmallPair.Residual, SmallPair.ScaledPlain, SmallPair.ScaledResidual],
            losses.EnumerateObject().Select(static variant => variant.Name));
        Assert.All(losses.EnumerateObject(), static variant => Assert.Equal(SmallPair.Steps, variant.Value.GetArrayLength()));
    }

    [Fact]
    public void Gradient_norms_have_the_steps_at_which_they_were_measured()
    {
        JsonElement norms = run.Json("grad_norms.json");
        Assert.Equal(
            [SmallPair.Plain, SmallPair.Residual, SmallPair.ScaledPlain, SmallPair.ScaledResidual],
            norms.EnumerateObject().Select(static variant => variant.Name));
        Assert.All(norms.EnumerateObject(), static variant =>
        {
            Assert.Equal(["steps", "layer1"], variant.Value.EnumerateObject().Select(static member => member.Name));
            Assert.Equal(Enumerable.Range(1, SmallPair.Steps), Numbers(variant.Value, "steps").Select(static step => (int)step));
            Assert.Equal(SmallPair.Steps, variant.Value.GetProperty("layer1").GetArrayLength());
        });
    }

    // Always answering with the mean gives about a quarter.
    [Fact]
    public void From_scaled_weights_the_residual_network_learns_in_steps_in_which_the_plain_one_does_not()
    {
        Assert.InRange(Mean(SmallPair.ScaledPlain), 0.2, 0.3);
        Assert.InRange(Mean(SmallPair.ScaledResidual), 0, 0.05);
    }

    [Fact]
    public void From_the_start_of_the_source_the_plain_network_of_width_64_learns_too() => Assert.InRange(Mean(SmallPair.Plain), 0, 0.16);

    [Fact]
    public void Gradient_of_the_first_block_falls_by_five_orders_of_magnitude_without_residual_connections_and_with_scaled_weights_alone()
    {
        Assert.All(Norms(SmallPair.ScaledResidual), static norm => Assert.InRange(norm, 1e-3, 100));
        Assert.All(Norms(SmallPair.Plain), static norm => Assert.InRange(norm, 1e-3, 100));
        double[] plain = Norms(SmallPair.ScaledPlain);
        Assert.True(plain.Min() < 1e-5 * plain[0], $"{plain[0]} to {plain.Min()}");
    }

    [Theory]
    [InlineData("fails to train\". (Start: gain alone.)", "Does not hold")]
    [InlineData("fails to train\". (Start: W₂ × 0.141.)", "Holds")]
    [InlineData("drops below 1e-7 within ~100 steps (vanished).\" (Start: gain alone.)", "Does not hold")]
    [InlineData("stays in [1e-3, 1e-1].\" (Start: gain alone.)", "Does not hold")]
    [InlineData("stays in [1e-3, 1e-1].\" (Start: W₂ × 0.141.)", "Holds")]
    public void Claim_is_judged_from_each_start(string claim, string standing) => Assert.Equal(
        standing,
        Assert.Single(
            WrittenFinding.In(run.Read("README.md")), finding => finding.Claim.Contains(claim, StringComparison.Ordinal)).Standing);

    // Not the starting weights take the gradient and what tells inputs apart, but training.
    [Fact]
    public void Plain_network_starts_with_an_even_gradient_and_loses_what_tells_inputs_apart_by_training()
    {
        JsonElement plain = run.Json("results.json")
            .GetProperty("runs")
            .EnumerateArray()
            .Single(static training => training.GetProperty("setup").GetString() == SmallPair.ScaledPlain);
        Assert.InRange(Block("start", 1, "gradientNorm") / Block("start", 50, "gradientNorm"), 0.1, 10);
        Assert.InRange(Block("start", 50, "inputSpread"), 0.05, 1);
        Assert.InRange(Block("end", 50, "inputSpread"), 0, 1e-4);

        double Block(string moment, int index, string value) => plain.GetProperty(moment)[index - 1].GetProperty(value).GetDouble();
    }

    [Fact]
    public void Networks_of_a_seed_start_with_the_same_weights_and_differ_in_the_connections_alone()
    {
        Plain64 plain = new(3);
        Residual64 residual = new(3);
        Assert.Equal(
            plain.Parameters.Select(static parameter => parameter.Name), residual.Parameters.Select(static parameter => parameter.Name));
        Assert.All(plain.Parameters, parameter => Assert.Equal(parameter.ToArray(), residual.Parameters[parameter.Name].ToArray()));
    }

    [Fact]
    public void Report_answers_the_five_questions_with_numbers()
    {
        string report = run.Read("README.md");
        for (int question = 1; question <= 5; question++)
        {
            string answer = Assert.Single(report.Split("\n## "), section => section.StartsWith($"{question}. ", StringComparison.Ordinal));
            Assert.Matches(@"\n\n.*\d", answer);
        }

        Assert.Contains("the largest change of the output for 64 inputs is 0,", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_is_told_before_the_run_and_taken_as_planned()
    {
        Assert.Contains("Plain64: 35.", run.Outcome.Output, StringComparison.Ordinal);
        string row = Assert.Single(
            run.Read("README.md").Split('\n'), static line => line.StartsWith("| Plain64 | 6.6 | 6.6 | 13.", StringComparison.Ordinal));
        Assert.EndsWith(" |", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_writes_these_figures_and_no_others() => Assert.Equal(
        ["grad_norm", "gradient_by_block", "input_spread", "loss_curves", "pre_activation_gradient"],
        Directory.EnumerateFiles(Path.Join(run.Folder, "figures"), "*.svg")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("loss_curves", 2, 4)]
    [InlineData("grad_norm", 2, 4)]
    [InlineData("input_spread", 4, 8)]
    [InlineData("pre_activation_gradient", 4, 8)]
    [InlineData("gradient_by_block", 4, 8)]
    public void Figure_has_a_line_for_each_variant(string name, int panels, int lines)
    {
        JsonElement[] drawn = [.. run.Json($"figures/{name}.json").GetProperty("panels").EnumerateArray()];
        Assert.Equal(panels, drawn.Length);
        Assert.Equal(lines, drawn.Sum(static panel => panel.GetProperty("series").GetArrayLength()));
    }

    private double Mean(string variant) =>
        run.Json("losses.json").GetProperty(variant).EnumerateArray().TakeLast(16).Average(static loss => loss.GetDouble());

    private double[] Norms(string variant) => Numbers(run.Json("grad_norms.json").GetProperty(variant), "layer1");

    private static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(static number => number.GetDouble())];
}
