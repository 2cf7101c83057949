using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

public sealed class CrossEntropyTests
{
    private const string Declarations = """
        using NetGen;
        [Block, Linear(8), ReLU, Linear(1)] public class Score;
        [Mlp(Output = 1)] public partial class OneOutput;
        [Mlp(Output = 2)] public partial class TwoOutputs;
        [Network(Input = 3), Linear(4), Use<Score>] public partial class Scored;
        [Network(Input = 1), Linear(4)] public partial class FourOutputs;
        [Network(Input = 3), Linear(4), Parallel<Score, Score>, Sigmoid] public partial class ScoredTwice;
        public class Derived() : OneOutput(seed: 1);
        public struct OwnLoss : ILoss
        {
            public readonly int TermsPerRow(int width) => 1;
            public readonly double Sum(BatchSpan outputs, System.ReadOnlySpan<float> targets) => 0;
            public readonly double SumAndGradient(BatchSpan outputs, System.ReadOnlySpan<float> targets, BatchSpan gradients) => 0;
        }

        """;

    [Theory]
    [InlineData("new OneOutput().CreateTrainer(new Adam(1e-3f), «Loss.SoftmaxCrossEntropy», 64)", "'OneOutput' has 1")]
    [InlineData("new Scored().CreateTrainer(new Sgd(1e-3f), «new SoftmaxCrossEntropy()», batchSize: 64)", "'Scored' has 1")]
    [InlineData(
        "new ScoredTwice().CreateTrainer(batchSize: 64, «loss: default(SoftmaxCrossEntropy)», optimizer: new Adam(1e-3f))",
        "'ScoredTwice' has 1")]
    [InlineData("NetworkExtensions.CreateTrainer(new OneOutput(), new Adam(1e-3f), «Loss.SoftmaxCrossEntropy», 64)", "'OneOutput' has 1")]
    [InlineData("new Derived().CreateTrainer(new Adam(1e-3f), «Loss.SoftmaxCrossEntropy», 64)", "'OneOutput' has 1")]
    [InlineData(
        "new OneOutput().CreateTrainer(new Adam(1e-3f), «Loss.SoftmaxCrossEntropy with { LabelSmoothing = 0.1f }», 64)"
        + ".Step([1f], new[] { 0 })",
        "'OneOutput' has 1")]
    public async Task Cross_entropy_of_one_output_is_an_error_at_the_loss(string call, string found)
    {
        MarkedSource marked = MarkedSource.Parse(Using(call));

        Diagnostic error = Assert.Single(await Analyze(Run(marked.Text)));

        Assert.Equal(DiagnosticDescriptors.CrossEntropyOfOne, error.Descriptor);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Equal(new Microsoft.CodeAnalysis.Text.TextSpan(marked.Start, marked.Marked.Length), error.Location.SourceSpan);
        Assert.Contains(found, error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("Loss.BinaryCrossEntropyWithLogits", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new TwoOutputs().CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy, 64)")]
    [InlineData("new FourOutputs().CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy, 64)")]
    [InlineData("new OneOutput().CreateTrainer(new Adam(1e-3f), Loss.BinaryCrossEntropyWithLogits, 64)")]
    [InlineData("new OneOutput().CreateTrainer(new Adam(1e-3f), new OwnLoss(), 64)")]
    [InlineData("Train(new OneOutput())")]
    public async Task Other_trainers_are_fine(string call) => Assert.Empty(await Analyze(Run(Using(call))));

    [Theory]
    [InlineData("Loss.SoftmaxCrossEntropy", true)]
    [InlineData("Loss.MeanSquaredError", false)]
    [InlineData("new OwnLoss()", false)]
    public void Labels_are_for_losses_of_classes(string loss, bool takesLabels)
    {
        GeneratorRun run = GeneratorRun.Over(
            Using($"new TwoOutputs().CreateTrainer(new Adam(1e-3f), {loss}, 64).Step(new float[3], new int[3])"));
        Assert.Equal(takesLabels, !OpenFile.Errors(run.Output).Any());
    }

    [Fact]
    public async Task A_network_of_another_assembly_is_read_too()
    {
        GeneratorRun run = GeneratorRun.OverWithLibrary(
            "using NetGen; namespace Library; [Block, Linear(1)] public class Score; [Network(Input = 3), Linear(4), Use<Score>] "
            + "public partial class Net;",
            "using NetGen; public static class User { public static object Create() => new Library.Net().CreateTrainer(new Adam(1e-3f), "
            + "Loss.SoftmaxCrossEntropy, 64); }");
        Assert.Empty(OpenFile.Errors(run.Output));

        Assert.Contains("'Net' has 1", Assert.Single(await Analyze(run)).GetMessage(null), StringComparison.Ordinal);
    }

    // One mistake is one error.
    [Theory]
    [InlineData("[Mlp(Depth = 0, Output = 1)] public partial class Wrong;")]
    [InlineData("[Network(Input = 0), Linear(1)] public partial class Wrong;")]
    [InlineData("[Network(Input = 3), Linear(0), Linear(1)] public partial class Wrong;")]
    public async Task A_wrong_network_is_left_to_the_network_compiler(string declaration)
    {
        GeneratorRun run = GeneratorRun.Over(
            $"using NetGen; {declaration} public static class User {{ public static object Create() => "
            + "new Wrong().CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy, 64); }");
        Assert.Single(run.Errors);

        Assert.Empty(await Analyze(run));
    }

    [Theory]
    [InlineData("new OneOutput().CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy")]
    [InlineData("new OneOutput().CreateTrainer(Loss.SoftmaxCrossEntropy)")]
    [InlineData("new Missing().CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy, 64)")]
    [InlineData("CreateTrainer(new OneOutput(), Loss.SoftmaxCrossEntropy)")]
    public async Task Unfinished_code_does_no_harm(string call) => Assert.Empty(await Analyze(GeneratorRun.Over(Using(call))));

    [Theory]
    [InlineData("#pragma warning disable NETGEN030\n", "")]
    [InlineData("", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NetGen\", \"NETGEN030\", Justification = \"It is caught.\")] ")]
    public async Task It_is_suppressed_as_any_other(string pragma, string attribute) => Assert.Empty(await Analyze(Run(
        Using("new OneOutput().CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy, 64)", pragma, attribute))));

    [Theory]
    [InlineData("none", null)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    public async Task An_editorconfig_decides_on_the_severity(string configured, DiagnosticSeverity? severity)
    {
        GeneratorRun run = GeneratorRun.Over(
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)
                .WithSyntaxTreeOptionsProvider(EditorConfig.Parse($"dotnet_diagnostic.NETGEN030.severity = {configured}")),
            Using("new OneOutput().CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy, 64)"));

        Assert.Equal(severity, (await Analyze(run)).SingleOrDefault()?.Severity);
    }

    private static string Using(string call, string pragma = "", string attribute = "") =>
        Declarations + pragma + "public static class User { " + attribute + "public static object Create() => " + call + "; "
        + "private static object Train<T>(T network) where T : class, INetwork => network.CreateTrainer(new Adam(1e-3f), "
        + "Loss.SoftmaxCrossEntropy, 64); }";

    private static GeneratorRun Run(string source)
    {
        GeneratorRun run = GeneratorRun.Over(source);
        Assert.Empty(run.Reported);
        Assert.Empty(OpenFile.Errors(run.Output));
        return run;
    }

    private static Task<ImmutableArray<Diagnostic>> Analyze(GeneratorRun run) => OpenFile.Analyze(run.Output, new CrossEntropyAnalyzer());
}
