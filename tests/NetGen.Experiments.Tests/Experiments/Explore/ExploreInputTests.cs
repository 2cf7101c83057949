using NetGen.Experiments.Explore;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;

namespace NetGen.Experiments.Tests.Experiments.Explore;

/// <summary>What is declared and what it is trained on need not go together, or be right at all.</summary>
public sealed class ExploreInputTests
{
    [Fact]
    public void A_mistake_is_shown_with_its_place_and_its_fixes_and_nothing_is_written() => Refused(
        """
            [Network(Input = 64), Repeat<Part>(2, Residual = true)]
                                                  ^^^^^^^^^^^^^^^
            help: docs/diagnostics/NETGEN026.md
            fix: Insert a projection
                [Network(Input = 64), Repeat<Part>(2, Residual = true, Projection = true)]
            fix: Set the outputs of Linear in Part to 64
                [Block, Linear(64), ReLU] class Part;
        """,
        "[Block, Linear(32), ReLU] class Part;\n[Network(Input = 64), Repeat<Part>(2, Residual = true)]\npartial class Net;");

    [Fact]
    public void A_mistake_in_a_file_is_told_with_file_line_and_column()
    {
        using TemporaryFolder files = new();
        File.WriteAllText(files.File("Net.cs"), "using NetGen;\n\n[Mlp(Depth = 0)]\npartial class Net;\n");
        Refused($"{files.File("Net.cs")}(3,6): error NETGEN013: Expected Depth to be at least 1, found 0", files.File("Net.cs"));
    }

    [Fact]
    public void What_is_no_csharp_is_told_by_the_csharp_compiler() =>
        Refused("declaration(1,15): error CS1026: ) expected", "[Mlp(Depth = 3");

    [Fact]
    public void A_file_that_is_not_there_is_named() => Refused("got 'nets.cs', and there is no such file.", "nets.cs");

    [Fact]
    public void A_block_alone_is_no_network() => Refused(
        "explore expects a network, a partial class with [Mlp] or [Network]; got declarations of none.",
        "[Block, Linear(3)] class Part;");

    [Fact]
    public void Distant_Identity_expects_as_many_outputs_as_inputs() => Refused(
        "Explored makes 8 → 3: Distant Identity, which is to hand on what comes in, expects as many outputs as inputs.",
        "[Mlp(Width = 8, Depth = 1, Output = 3)]");

    [Fact]
    public void Tokens_are_nothing_to_train_on() =>
        Refused("Explored reads tokens", "[Network(Vocabulary = 5, Length = 3)] [Embedding(4), Linear(5)]");

    [Fact]
    public void Batch_norm_takes_more_than_one_example() => Refused(
        "--batch expects at least 2 for Explored, which takes the mean of a batch; got 1.",
        "[Network(Input = 4)] [Linear(4), BatchNorm1d]", "--batch", "1");

    [Theory]
    [InlineData("--steps", "--steps goes without --data: on images, steps follow from --epochs and --examples.", "--data", "images")]
    [InlineData("--epochs", "--epochs goes with --data DIR: on Distant Identity, networks are trained for --steps.")]
    [InlineData("--examples", "--examples goes with --data DIR: on Distant Identity, networks are trained for --steps.")]
    public void What_would_have_no_effect_is_refused_with_what_it_goes_with(string option, string message, params string[] others) =>
        Refused(message, ["[Mlp(Width = 8, Depth = 1)]", option, "3", .. others]);

    [Fact]
    public void Images_that_do_not_fit_are_told_with_both_shapes() => PatchImages.In(data =>
    {
        Refused(
            "Explored makes 8 → 10: Fashion-MNIST expects 28 × 28 × 1, or 784, → 10.",
            "[Mlp(Width = 8, Output = 10)]", "--data", data.Path);
        return true;
    });

    [Theory]
    [InlineData(
        "[Network(Input = 1, Height = 28, Width = 28)] [Conv2d(4, Kernel = 7, Stride = 7, Padding = 0), ReLU, Flatten, Linear(10)]")]
    [InlineData("[Mlp(Input = 784, Width = 8, Depth = 1, Output = 10)]")]
    public void Images_are_told_apart_by_what_takes_them(string declaration) => PatchImages.In(data =>
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = Run(
            declaration, "--data", data.Path, "--examples", "640", "--epochs", "3", "--lr", "0.01", "--batch", "16", "--out", folder.Path);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains(
            "Explored learns: with every seed its loss on unseen images ends", File.ReadAllText(folder.File("report.md")),
            StringComparison.Ordinal);
        Assert.DoesNotContain("- Explored learns", outcome.Output, StringComparison.Ordinal);
        return true;
    });

    [Fact]
    public void List_shows_that_networks_are_yours() => Assert.Contains(
        "those that you declare", Shell.Run([new ExploreExperiment()], CancellationToken.None, "list").Output, StringComparison.Ordinal);

    private static void Refused(string message, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        string results = folder.File("results");
        Shell.Outcome outcome = Run([.. arguments, "--out", results]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message.ReplaceLineEndings("\n"), outcome.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(results));
    }

    private static Shell.Outcome Run(params string[] arguments) =>
        Shell.Run([new ExploreExperiment()], CancellationToken.None, ["explore", .. arguments]);
}
