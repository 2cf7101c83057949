using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace NetGen.Generator.Tests;

public sealed class EditTests
{
    private static readonly string[] Sources =
    [
        "using NetGen; [Mlp(Depth = 2)] public partial class First;",
        "using NetGen; [Mlp(Depth = 3)] public partial class Second { public int Count; }",
        "public class Other { public int Width; }",
    ];

    [Fact]
    public void A_comment_added_changes_nothing() =>
        AssertNothingRuns(GeneratorRun.Over(Sources).Edit(0, "using NetGen;", "using NetGen; /* A network. */"));

    [Fact]
    public void Another_class_changed_changes_nothing() =>
        AssertNothingRuns(GeneratorRun.Over(Sources).Edit(2, "Width", "Height"));

    [Fact]
    public void A_member_added_to_a_network_changes_nothing() =>
        AssertNothingRuns(GeneratorRun.Over(Sources).Edit(1, "Count;", "Count; public int Sum;"));

    [Fact]
    public void An_argument_written_in_another_way_changes_nothing() =>
        AssertNothingRuns(GeneratorRun.Over(Sources).Edit(1, "Depth = 3", "Width = 32 * 2, Depth = 3, Input = 64"));

    [Fact]
    public void A_changed_depth_compiles_that_network_only()
    {
        GeneratorRun run = GeneratorRun.Over(Sources).Edit(1, "Depth = 3", "Depth = 4");

        Assert.Equal([Cached, Modified], run.ReasonsOf(PipelineStep.Networks));
        Assert.Equal([Unchanged, Modified], run.ReasonsOf(PipelineStep.NetworkFiles));
        Assert.All(run.ReasonsOf(PipelineStep.Kernels), static reason => Assert.NotEqual(Modified, reason));
    }

    [Fact]
    public void A_network_added_leaves_those_before_it_alone()
    {
        GeneratorRun run = GeneratorRun.Over(Sources).Edit(
            2, "public class Other", "[NetGen.Mlp] public partial class Third; public class Other");

        Assert.Equal([Cached, Cached, New], run.ReasonsOf(PipelineStep.Networks));
    }

    [Fact]
    public void A_changed_block_compiles_the_networks_that_use_it_only()
    {
        GeneratorRun run = GeneratorRun.Over(
            "[NetGen.Block, NetGen.Linear(4), NetGen.ReLU] public class Inner;",
            "using NetGen; [Block, Use<Inner>] public class Outer; [Block, Linear(3)] public class Aside;",
            "using NetGen; [Network(Input = 4), Use<Outer>] public partial class First;",
            "using NetGen; [Network(Input = 4), Use<Aside>] public partial class Second;").Edit(0, "ReLU", "Tanh");

        Assert.Equal([Modified, Cached], run.ReasonsOf(PipelineStep.Networks));
    }

    [Fact]
    public void A_comment_in_a_block_changes_nothing()
    {
        GeneratorRun run = GeneratorRun.Over(
            "[NetGen.Block, NetGen.Linear(4), NetGen.ReLU] public class Inner;",
            "using NetGen; [Network(Input = 4), Use<Inner>] public partial class First;").Edit(0, "public", "/* A block. */ public");

        Assert.Equal([Cached], run.ReasonsOf(PipelineStep.Networks));
    }

    [Fact]
    public void A_mistake_made_and_mended_ends_with_the_code_of_the_beginning()
    {
        GeneratorRun right = GeneratorRun.Over(Sources);
        GeneratorRun wrong = right.Edit(0, "Depth = 2", "Depth = 0");
        GeneratorRun mended = wrong.Edit(0, "Depth = 0", "Depth = 2");

        Assert.Single(wrong.Errors);
        Assert.Empty(mended.Errors);
        Assert.Equal(TextsOf(right), TextsOf(mended));
    }

    [Fact]
    public void The_same_source_gives_the_same_code() =>
        Assert.Equal(TextsOf(GeneratorRun.Over(Sources)), TextsOf(GeneratorRun.Over(Sources)));

    private static IEnumerable<string> TextsOf(GeneratorRun run) =>
        run.Result.GeneratedSources.Select(static source => $"{source.HintName}\n{source.SourceText}");

    private static void AssertNothingRuns(GeneratorRun run)
    {
        Assert.All(run.ReasonsOf(PipelineStep.Declarations), static reason => Assert.True(reason is Cached or Unchanged));
        Assert.Equal([Cached, Cached], run.ReasonsOf(PipelineStep.Networks));
        Assert.All(run.Result.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs),
            static output => Assert.Equal(Cached, output.Reason));
    }
}
