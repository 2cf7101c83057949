using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace NetGen.Generator.Tests;

/// <summary>What is written for networks with weights, and when.</summary>
public sealed class TrainedTests
{
    private static readonly WeightsText Model = new("/app/a/model.safetensors", "a/model.safetensors");

    private static readonly string[] Sources =
    [
        "using NetGen; [Mlp(Depth = 2)] public partial class First;",
        "using NetGen; [Mlp(Depth = 3), Weights(\"model.safetensors\")] public partial class Second;",
    ];

    [Fact]
    public void Members_are_written_as_verified()
    {
        GeneratorRun run = GeneratorRun.OverWithWeights(
            [Model],
            "using NetGen; namespace MyApp; [Mlp(Depth = 3), Weights(\"model.safetensors\")] public sealed partial class TrainedNet;");

        Assert.Empty(run.WarningsAndErrors);
        Snapshot.Verify("TrainedNet", run.TextOf("MyApp.TrainedNet.Trained.g.cs"));
    }

    [Theory]
    [InlineData("internal partial class Outer { private protected partial class Inner { [Mlp, Weights(\"model.safetensors\")] "
        + "private sealed partial class @class { public static object Use() => Trained ?? CreateTrained(); } } }")]
    [InlineData("internal class Base(int x = 3) { public int X => x; } [Mlp, Weights(\"model.safetensors\")] "
        + "internal partial class Net : Base { public Net(int seed, float scale) : this(seed) { } private static int trained; "
        + "public static int Of => trained++; }")]
    [InlineData("[Network(Input = 4, Fold = true), Linear(3), BatchNorm1d, Weights(\"model.safetensors\")] internal partial class Net { "
        + "public static Folded Of => Trained.Fold(); }")]
    [InlineData("[Mlp] internal partial class Net; "
        + "[Weights(\"model.safetensors\")] partial class Net { public static Net Of => Trained; }")]
    public void Members_compile_wherever_a_network_stands(string source) =>
        Assert.Empty(GeneratorRun.OverWithWeights([Model], "using NetGen; " + source).WarningsAndErrors);

    [Theory]
    [InlineData("a\\\"b\\n</c>.safetensors")]
    [InlineData("")]
    [InlineData("*/ // \\u2028")]
    public void Any_path_is_a_literal(string path) =>
        Assert.Empty(GeneratorRun.Over($"using NetGen; [Mlp, Weights(\"{path}\")] public partial class Net;").WarningsAndErrors);

    [Fact]
    public void A_network_without_weights_has_no_such_members() =>
        Assert.Empty(GeneratorRun.OverWithWeights([Model], Sources[0]).ReasonsOf(PipelineStep.TrainedFiles));

    [Fact]
    public void Another_version_of_a_file_runs_nothing()
    {
        GeneratorRun run = GeneratorRun.OverWithWeights([Model], Sources).Edit(Model, new WeightsText(Model.Path, Model.Resource));

        Assert.Equal([Cached, Cached], run.ReasonsOf(PipelineStep.Networks));
        Assert.Equal([Cached], run.ReasonsOf(PipelineStep.TrainedFiles));
    }

    [Fact]
    public void A_file_in_another_place_writes_what_names_it_and_no_network()
    {
        GeneratorRun run =
            GeneratorRun.OverWithWeights([Model], Sources).Edit(Model, new WeightsText("/app/b/model.safetensors", "b/model.safetensors"));

        Assert.Equal([Cached, Cached], run.ReasonsOf(PipelineStep.Networks));
        Assert.All(run.ReasonsOf(PipelineStep.NetworkFiles), static reason => Assert.Equal(Cached, reason));
        Assert.Equal([Modified], run.ReasonsOf(PipelineStep.TrainedFiles));
        Assert.Contains("\"b/model.safetensors\"", run.TextOf("Second.Trained.g.cs"), StringComparison.Ordinal);
    }
}
