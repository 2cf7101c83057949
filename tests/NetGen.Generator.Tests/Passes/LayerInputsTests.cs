namespace NetGen.Generator.Tests;

public sealed class LayerInputsTests
{
    private const string Blocks = "[Block, Linear(5), ReLU, Linear(4)] public class Inner; [Block, Linear(3), Tanh] public class Narrow; "
        + "[Block, Linear(3)] public class Straight; ";

    [Theory]
    [InlineData("[Mlp(Width = 4, Depth = 3)]", "-1 | 0 | 1")]
    [InlineData("[Mlp(Width = 4, Depth = 3, Residual = true, Input = 3, Output = 5)]", "-1 | 0 | 1 | 2 | 3")]
    [InlineData("[Network(Input = 4), Repeat<Inner>(2, Residual = true)]", "-1 | 0, -1 | 1 | 2, 1")]
    [InlineData("[Network(Input = 4), Linear(6), Parallel<Narrow, Straight>, Linear(2)]", "-1 | 0 | 0, 1 | 2")]
    [InlineData("[Network(Input = 3), Parallel<Narrow, Straight>(Residual = true)]", "-1 | -1, 0")]
    [InlineData("[Network(Input = 4), Tanh, Use<Inner>(Residual = true), Linear(1)]", "-1 | 0 | 1, 0 | 2")]
    public void A_layer_reads_those_whose_values_it_uses(string attributes, string inputs)
    {
        GeneratorRun run = GeneratorRun.Over($"using NetGen; {Blocks}{attributes} public partial class Net;");

        Assert.Empty(run.Reported);
        Assert.Equal(inputs, string.Join(" | ", LayerInputs.Of(Lower.Run(run.Network)).Select(static of => string.Join(", ", of))));
    }
}
