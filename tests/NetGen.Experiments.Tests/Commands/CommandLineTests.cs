using System.Globalization;
using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Images;
using NetGen.Experiments.Networks;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--seeds", "0", "--seeds expects a whole number from 1 to 1000; got '0'.")]
    [InlineData("--steps", "many", "--steps expects a whole number from 1 to 1000000; got 'many'.")]
    [InlineData("--batch", "1001", "--batch expects a whole number from 1 to 1000; got '1001'.")]
    [InlineData("--seed", "-1", "--seed expects a whole number from 0 to 1000000; got '-1'.")]
    [InlineData("--setup", "just", "--setup expects one of all, fair, raw, unfair, scaled-branch, near-zero; got 'just'.")]
    [InlineData("--data", "stale", "--data expects one of fixed, fresh; got 'stale'.")]
    public void Bad_option_is_refused_with_what_was_expected_and_what_came(string option, string value, string message)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("results.json"), "kept");
        Shell.Outcome outcome = Shell.Run("distant-identity", "--out", folder.Path, option, value);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(folder.File("results.json")));
    }

    [Theory]
    [InlineData("--out expects the path of a folder; got ''.", "distant-identity", "--out", "")]
    [InlineData("--out expects the path of a folder; got ' '.", "distant-identity", "--out", " ")]
    [InlineData("--out expects the path of a folder; got ''.", "all", "--out", "")]
    [InlineData("--out expects the path of a folder; got 'a\0b'.", "all", "--out", "a\0b")]
    [InlineData("--out expects the path of a file; got ''.", "step", "ResMLP", "--out", "")]
    public void Path_that_is_none_is_refused(string message, params string[] arguments)
    {
        Shell.Outcome outcome = Shell.Run(arguments);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Equal(message, outcome.Error.Trim());
    }

    [Fact]
    public void Folder_that_cannot_be_made_is_refused_before_training()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("taken"), "kept");
        Shell.Outcome outcome = Shell.Run("distant-identity", "--out", folder.File("taken"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            $"--out expects a folder that can be made and written to; got '{folder.File("taken")}'",
            outcome.Error,
            StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(folder.File("taken")));
    }

    [Fact]
    public void List_shows_experiments_and_networks()
    {
        Shell.Outcome outcome = Shell.Run("list");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("distant-identity", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("ResMLP        │ 20     │ 64 → 64 │ 83,200", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_shows_layers_totals_and_memory()
    {
        Shell.Outcome outcome = Shell.Run("inspect", "PlainMLP");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(20, outcome.Output.Split('\n').Count(static line => line.Contains("ReLU(Linear(x))", StringComparison.Ordinal)));
        Assert.Contains("83,200", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("332,800", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("activations (prediction)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_finds_a_network_however_its_letters_are_typed() =>
        Assert.Equal(Shell.Run("inspect", "PlainMLP").Output, Shell.Run("inspect", "plainmlp").Output);

    [Fact]
    public void Inspect_shows_images_and_the_memory_that_convolutions_work_in()
    {
        Shell.Outcome outcome = Shell.Run([new ImagesExperiment()], CancellationToken.None, "inspect", "ResNet8");
        MemoryPlan memory = ResNet8.Info.Memory;
        Assert.Equal(0, outcome.ExitCode);
        AssertLine("5.projection", "28 × 28 × 16", "14 × 14 × 32", "512");
        AssertLine("total", "28 × 28 × 1", "10");
        AssertLine("activations (training)", Bytes(memory.Scratch + memory.TrainingPerBatch), Bytes(memory.TrainingPerExample));
        AssertLine(
            "activations (prediction)", Bytes(memory.PredictionScratch + memory.PredictionPerBatch), Bytes(memory.PredictionPerExample));

        void AssertLine(params string[] cells) => Assert.Contains(
            outcome.Output.Split('\n').Select(static line => line.Split('│', StringSplitOptions.TrimEntries)),
            line => cells.All(cell => line.Contains(cell)));

        static string Bytes(int floats) => (floats * 4L).ToString("N0", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Inspect_shows_what_is_expected_of_every_layer()
    {
        Shell.Outcome outcome = Shell.Run("inspect", "PlainMLP");
        Assert.Contains("expected at the start", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Output.Split('\n').Count(static line => line.Contains("│ layers.19 ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Inspect_prints_the_generated_code_of_one_network()
    {
        Shell.Outcome outcome = Shell.Run("inspect", "ResMLP", "--code");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("partial class ResMLP", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("partial class PlainMLP", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_of_code_that_is_not_there_says_where_it_should_be()
    {
        // The build lays few networks beside the tests, and not these.
        Shell.Outcome outcome = Shell.Run([new PlainNetHypothesisExperiment()], CancellationToken.None, "inspect", "Pnnh16", "--code");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{Path.Join(AppContext.BaseDirectory, "generated")} has none of Pnnh16.", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mermaid", "flowchart TB\n", "layer0 --> output\n")]
    [InlineData("dot", "digraph \"ResMLP\" {\n", "layer0 -> output\n}\n")]
    public void Inspect_prints_the_graph_alone(string language, string start, string end)
    {
        Shell.Outcome outcome = Shell.Run("inspect", "ResMLP", "--graph", language);
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith(start, outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith(end, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("20 ×", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--graph expects one of mermaid, dot; got 'svg'.", "--graph", "svg")]
    [InlineData("inspect expects --code or --graph; got both.", "--graph", "dot", "--code")]
    public void Inspect_refuses_what_it_cannot_print(string message, params string[] options)
    {
        Shell.Outcome outcome = Shell.Run(["inspect", "ResMLP", .. options]);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_tells_of_its_options()
    {
        string help = Shell.Run("inspect", "--help").Output;
        Assert.Contains("--code", help, StringComparison.Ordinal);
        Assert.Contains("--graph <mermaid|dot>", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_of_an_unknown_network_names_those_there_are()
    {
        Shell.Outcome outcome = Shell.Run("inspect", "WideMLP");
        Assert.NotEqual(0, outcome.ExitCode);
        string names = string.Join(", ", new DistantIdentityExperiment().Networks.Select(static network => network.Name));
        Assert.StartsWith("PlainMLP, ResMLP, RawPlainMLP", names, StringComparison.Ordinal);
        Assert.Contains($"inspect expects one of {names}; got 'WideMLP'.", outcome.Error, StringComparison.Ordinal);
    }
}
