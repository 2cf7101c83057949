using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests;

/// <summary>What is said of networks that cost more than they may.</summary>
public sealed class BudgetTests
{
    // Parameters: 2 x 8 + 8, 8 x 8 + 8 and 8 x 3 + 3. Operations: two for each weight, one for each bias and one for each ReLU.
    private const string Network = "[Network(Input = 2), Linear(8), ReLU, Linear(8), ReLU, Linear(3)]";

    [Theory]
    [InlineData(
        "Parameters = 122", "Expected at most 122 parameters, found 123 in 'Net': layer '2', ReLU(Linear(x)), has most of them, 72")]
    [InlineData(
        "Bytes = 491",
        "Expected at most 491 bytes of parameters, found 492 in 'Net': layer '2', ReLU(Linear(x)), has most of them, 288")]
    [InlineData(
        "Flops = 242",
        "Expected at most 242 FLOPs for an example, found 243 in 'Net': layer '2', ReLU(Linear(x)), has most of them, 144")]
    [InlineData(
        "Parameters = 122, Flops = 10_000",
        "Expected at most 122 parameters, found 123 in 'Net': layer '2', ReLU(Linear(x)), has most of them, 72")]
    public async Task A_network_over_its_budget_is_an_error_that_names_the_layer_that_costs_most(string budget, string message)
    {
        Diagnostic error = Assert.Single(await Analyze($"{Network} [Budget({budget})]"));

        Assert.Equal(DiagnosticDescriptors.OverBudget, error.Descriptor);
        Assert.Equal(message, error.GetMessage(null));
    }

    [Theory]
    [InlineData(Network + " [Budget(Parameters = 123, Bytes = 492, Flops = 243, ActivationBytes = long.MaxValue)]")]
    [InlineData(
        "[Network(Input = 64), Linear(128), Gelu, Linear(10), Budget(Parameters = 10_000, Flops = 25_000, ActivationBytes = 4_096)]")]
    public async Task A_network_within_its_budget_is_fine(string network) => Assert.Empty(await Analyze(network));

    [Fact]
    public async Task What_is_not_set_has_no_limit() =>
        Assert.Empty(await Analyze("[Mlp(Depth = 200, Residual = true), Budget(Bytes = long.MaxValue)]"));

    [Theory]
    [InlineData("Budget")]
    [InlineData("Budget()")]
    public async Task A_budget_without_a_limit_is_an_error(string budget)
    {
        Diagnostic error = Assert.Single(await Analyze($"{Network} [{budget}]"));

        Assert.Equal(DiagnosticDescriptors.UselessArgument, error.Descriptor);
        Assert.Equal(
            "Expected a limit (Parameters, Bytes, Flops, ActivationBytes), found none in [Budget] (Net)", error.GetMessage(null));
    }

    [Fact]
    public async Task Activations_are_those_of_the_memory_plan()
    {
        const string Source = "[Mlp(Input = 4, Width = 64, Depth = 3, Output = 2, Activation = Activation.Gelu)";
        NetworkSpec network = GeneratorRun.Over($"using NetGen; {Source}] public partial class Net;").Network;
        int planned = ScheduledNetwork.Of(network, TestContext.Current.CancellationToken).StepMemory.PerRow * sizeof(float);

        Assert.Empty(await Analyze($"{Source}, Budget(ActivationBytes = {planned})]"));
        Diagnostic error = Assert.Single(await Analyze($"{Source}, Budget(ActivationBytes = {planned - 1})]"));
        Assert.StartsWith(
            $"Expected at most {Shape.Number(planned - 1)} bytes of activations for an example, found "
            + $"{Shape.Number(planned)} in 'Net': layer 'layers.",
            error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_layer_with_the_most_activations_is_the_widest_one()
    {
        string message = Assert.Single(await Analyze(
            "[Network(Input = 2), Linear(8), Gelu, Linear(512), Gelu, Linear(8), Gelu, Linear(1), Budget(ActivationBytes = 1)]"))
            .GetMessage(null);

        Assert.Contains("layer '2', GELU(Linear(x)), has most of them", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Budget(Flops = 300, «Parameters = 100»)", "NETGEN063")]
    [InlineData("Budget(«Bytes = 0»)", "NETGEN013")]
    [InlineData("Budget(«ActivationBytes = long.MinValue», Flops = 300)", "NETGEN013")]
    public async Task The_error_is_at_the_argument(string budget, string id)
    {
        MarkedSource marked = MarkedSource.Parse($"{Network} [{budget}]");

        Diagnostic error = Assert.Single(await Analyze(marked.Text));

        Assert.Equal(id, error.Id);
        Assert.Equal(new TextSpan(Using.Length + marked.Start, marked.Marked.Length), error.Location.SourceSpan);
    }

    [Fact]
    public async Task Each_argument_that_is_exceeded_is_an_error() =>
        Assert.Equal(4, (await Analyze($"{Network} [Budget(Parameters = 1, Bytes = 1, Flops = 1, ActivationBytes = 1)]")).Count());

    [Theory]
    [InlineData("[Network(Input = 2), Linear(0), Budget(Parameters = 1)]")]
    [InlineData("[Network(Input = 2), Linear(2), Budget(Parameters = )]")]
    [InlineData("[Network(Input = 2), Linear(2), Budget(Parameters = \"1\")]")]
    public async Task A_declaration_with_errors_is_left_to_them(string network)
    {
        Assert.NotEmpty(GeneratorRun.Over($"{Using}{network} public partial class Net;").Errors);

        Assert.Empty(await Analyze(network));
    }

    private const string Using = "using NetGen; ";

    private static async Task<IEnumerable<Diagnostic>> Analyze(string network) =>
        await OpenFile.Analyze(GeneratorRun.Over($"{Using}{network} public partial class Net;").Output, new BudgetAnalyzer());
}
