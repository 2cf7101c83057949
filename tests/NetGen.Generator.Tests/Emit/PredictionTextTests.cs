namespace NetGen.Generator.Tests;

/// <summary>What the generated code tells of the layers of a prediction.</summary>
public sealed class PredictionTextTests
{
    [Fact]
    public void A_layer_tells_its_values_line_by_line() => Assert.Contains(
        """"
                    network.Compute("""
                        %2 = Linear x 0.weight : 4
                        %4 = AddBias %2 0.bias : 4
                        %5 = LeakyReLU %4 slope=0.01 : 4
                        """);
        """",
        InfoOf("[Network(Input = 3), Linear(4), LeakyReLU, Linear(2)]"), StringComparison.Ordinal);

    [Fact]
    public void A_layer_of_one_value_is_one_line() => Assert.Contains(
        """network.Compute("%2 = Conv2d x 0.weight kernel=3 stride=2 before=1 : 4x5x8");""",
        InfoOf("[Network(Input = 3, Height = 7, Width = 9), Conv2d(8, Stride = 2, Bias = false)]"), StringComparison.Ordinal);

    [Fact]
    public void What_only_training_needs_is_left_out()
    {
        string info = InfoOf("[Network(Input = 3), Dropout(0.5f), Linear(4), BatchNorm1d]");

        Assert.DoesNotContain("Dropout ", info, StringComparison.Ordinal);
        Assert.Contains(
            "= RunningStatistics 2.running_mean 2.running_var 2.weight 2.bias epsilon=1E-05 : ", info, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_value_is_the_output() => Assert.All(RandomArchitectures.All, static architecture =>
    {
        ScheduledNetwork network =
            ScheduledNetwork.Of(RandomArchitectures.SpecOf(architecture), TestContext.Current.CancellationToken);

        string last = PredictionText.OfLayers(network).SelectMany(static lines => lines).Last();

        Assert.StartsWith($"%{network.Predicting.Output} = ", last, StringComparison.Ordinal);
    });

    private static string InfoOf(string attributes) =>
        GeneratorRun.Over($"using NetGen; {attributes} public sealed partial class Net;").TextOf("Net.Info.g.cs");
}
