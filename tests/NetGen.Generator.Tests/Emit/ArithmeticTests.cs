namespace NetGen.Generator.Tests;

/// <summary>What generated code computes, against a double-precision interpreter of its graph.</summary>
public sealed class ArithmeticTests
{
    public static TheoryData<int, NetGen.Activation> Shapes =>
        new(from network in DeclaredMlp.All select (network.Width, network.Activation));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forward_backward_and_update_are_those_of_the_graph(int width, NetGen.Activation activation)
    {
        DeclaredMlp network = DeclaredMlp.All.Single(network => network.Width == width && network.Activation == activation);

        // Two batches each, so that every width meets every batch with some activation.
        for (int turn = 0; turn < 2; turn++)
            CompiledNetworks.Judge(
                network.Name, rows: DeclaredMlp.Sizes[((int)activation + 4 * turn) % DeclaredMlp.Sizes.Length], seed: 1 + turn);
    }

    [Theory]
    [MemberData(nameof(DeclaredLayers.Names), MemberType = typeof(DeclaredLayers))]
    public void Networks_of_layers_and_blocks_are_those_of_the_graph(string network)
    {
        CompiledNetworks.Judge(network, rows: 1, seed: 1);
        CompiledNetworks.Judge(network, rows: 19, seed: 2);
    }

    [Fact]
    public void Every_width_meets_every_batch() =>
        Assert.Equal(
            DeclaredMlp.Sizes.Order(),
            Enum.GetValues<NetGen.Activation>().SelectMany(static activation => new[] { (int)activation, (int)activation + 4 })
                .Select(static index => DeclaredMlp.Sizes[index % DeclaredMlp.Sizes.Length]).Distinct().Order());
}
