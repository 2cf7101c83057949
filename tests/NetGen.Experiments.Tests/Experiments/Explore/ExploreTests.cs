using System.Text.Json;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.Explore;

public sealed class ExploreTests(ShortExploration run)
{
    private IEnumerable<JsonElement> Runs => run.Json("results.json").GetProperty("runs").EnumerateArray();

    [Fact]
    public void Attributes_and_files_become_networks_that_are_trained_side_by_side() => Assert.Equal(
        ["Explored1 0", "Residual 0", "Explored1 1", "Residual 1"],
        Runs.Select(static one => $"{one.GetProperty("network")} {one.GetProperty("seed")}"));

    [Fact]
    public void A_run_tells_of_every_layer_what_was_expected_and_what_was_measured() => Assert.All(Runs, static one =>
    {
        Assert.Equal(3, one.GetProperty("losses").GetArrayLength());
        JsonElement first = one.GetProperty("layers")[0];
        Assert.Equal(
            ["name", "operation", "expected", "noise", "start", "end"], first.EnumerateObject().Select(static member => member.Name));
        JsonElement last = one.GetProperty("layers").EnumerateArray().Last();
        Assert.All(
            ["expected", "noise", "start", "end"],
            look => Assert.Equal(1, last.GetProperty(look).GetProperty("gradientRatio").GetDouble(), 1e-9));
    });

    // 16 units with weights of 0.1 √(2 / 16) on normal inputs: z has a deviation of 0.141.
    [Fact]
    public void What_is_measured_on_noise_is_what_the_compiler_expects()
    {
        JsonElement layer = Runs.First().GetProperty("layers")[0];
        Assert.Equal(0.1414, layer.GetProperty("expected").GetProperty("preActivationStd").GetDouble(), 1e-3);
        Assert.Equal(0.1414, layer.GetProperty("noise").GetProperty("preActivationStd").GetDouble(), 0.03);
    }

    [Fact]
    public void Console_shows_the_warning_its_place_and_what_the_fix_makes_of_the_declaration()
    {
        Assert.Contains("declaration1(1,18): warning NETGEN037: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"    {ShortExploration.Attributes}\n                     ^^^^^^^^^^\n    help: docs/diagnostics/NETGEN037.md\n    fix: ",
            run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Output = 16, Residual = true)]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Console_shows_layers_and_what_is_expected_of_them() =>
        Assert.Equal(2, run.Output.Split('\n').Count(static line => line.StartsWith("│ layers.11 ", StringComparison.Ordinal)));

    [Fact]
    public void Report_says_what_became_of_every_network()
    {
        string[] claims = [.. WrittenFinding.In(run.Read("report.md")).Select(static finding => finding.Claim)];
        Assert.All(
            ["Explored1", "Residual"],
            network => Assert.Equal(4, claims.Count(claim => claim.StartsWith(network, StringComparison.Ordinal))));
    }

    // Of the 12 layers of 16 units 11 move the last one: exp(√(5 · 11 / 16) / 2).
    [Fact]
    public void Spread_that_is_off_is_told_with_what_chance_does_at_these_widths()
    {
        var finding = WrittenFinding.In(run.Read("report.md"))
            .First(static finding => finding.Claim.StartsWith("Explored1: pre-activations", StringComparison.Ordinal));
        Assert.Contains("is off by a factor of about 2.53 for an input", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_quotes_what_was_declared_and_what_the_compiler_says_of_it()
    {
        string report = run.Read("report.md");
        Assert.Contains(ShortExploration.Attributes, report, StringComparison.Ordinal);
        Assert.Contains("warning NETGEN037", report, StringComparison.Ordinal);
        Assert.Contains("[Block, RmsNorm, Linear(16), Gelu]", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explore_gradient")]
    [InlineData("explore_signal")]
    [InlineData("explore_cosine")]
    public void Figure_shows_the_start_beside_what_is_expected_and_the_end(string name)
    {
        JsonElement[] panels = [.. run.Json($"figures/{name}.json").GetProperty("panels").EnumerateArray()];
        Assert.Equal(3, panels.Length);
        Assert.All(panels, static panel => Assert.Equal(2, panel.GetProperty("series").GetArrayLength()));
        Assert.NotEqual(0, panels[0].GetProperty("series")[0].GetProperty("predicted").GetArrayLength());
        Assert.Equal(0, panels[2].GetProperty("series")[0].GetProperty("predicted").GetArrayLength());
    }

    [Fact]
    public void Manifest_leaves_out_what_has_no_effect() => Assert.Equal(
        ["--batch", "--data", "--lr", "--seed", "--seeds", "--steps"],
        run.Json("manifest.json").GetProperty("options").EnumerateObject().Select(static option => option.Name).Order());

    [Fact]
    public void Manifest_holds_the_command_with_its_declarations() => Assert.StartsWith(
        $"explore '{ShortExploration.Attributes}' '",
        run.Json("manifest.json").GetProperty("command").GetString(),
        StringComparison.Ordinal);
}
