using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.ResidualDepth;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

public sealed class BlockLayoutTests
{
    public static TheoryData<string> Networks => [.. new ResidualDepthExperiment().Networks.Select(static network => network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_block_of_a_network_is_found_with_its_two_weights_and_the_layer_before_it(string name)
    {
        NetworkInfo network = new ResidualDepthExperiment().Networks.Single(network => network.Name == name);
        IReadOnlyList<BlockLayout> blocks = BlockLayout.Of(network);
        Assert.Equal(network == Plain100.Info || network == Residual100.Info ? 100 : 50, blocks.Count);
        Assert.All(blocks, block =>
        {
            ParameterInfo first = Parameter(block.FirstWeight);
            ParameterInfo last = Parameter(block.LastWeight);
            Assert.Equal([4 * last.Shape[0], last.Shape[0]], first.Shape);
            Assert.Equal([last.Shape[0], 4 * last.Shape[0]], last.Shape);
            Assert.Equal(first.Layer, block.FirstLayer);
            Assert.InRange(block.LayerBefore, 0, first.Layer - 1);
        });
        Assert.Equal(blocks.Count, blocks.Select(static block => block.LayerBefore).Distinct().Count());

        ParameterInfo Parameter(string parameter) => network.Parameters.Single(one => one.Name == parameter);
    }

    [Fact]
    public void First_block_stands_behind_the_first_linear() =>
        Assert.Equal(new BlockLayout(0, 2, "1.0.1.weight", "1.0.3.weight"), BlockLayout.Of(Plain256.Info)[0]);
}
