namespace NetGen.Runtime.Tests;

/// <summary>A trained network and the one that it is folded to.</summary>
public sealed class FoldTests
{
    private const int Rows = 7;

    [Fact]
    public void A_trained_RepVGG_predicts_the_same_folded()
    {
        RepVggNet network = Trained<RepVggNet>();

        AssertSame(network, network.Fold());
    }

    [Fact]
    public void A_trained_dense_network_predicts_the_same_folded()
    {
        DenseFoldNet network = Trained<DenseFoldNet>();

        AssertSame(network, network.Fold());
    }

    [Fact]
    public void A_trained_DiracNet_predicts_the_same_as_a_plain_network()
    {
        using TemporaryFolder folder = new();
        DiracNet network = Trained<DiracNet>();
        PlainDiracNet plain = new(seed: 9);
        network.Fold().Save(folder.File("folded.safetensors"));

        plain.Load(folder.File("folded.safetensors"));

        AssertSame(network, plain);
    }

    [Fact]
    public void A_folded_network_is_the_plain_one_in_all_but_its_name()
    {
        NetworkInfo folded = RepVggNet.Folded.Info, plain = VggNet.Info;

        Assert.Equal("RepVggNet.Folded", folded.Name);
        Assert.Equal(
            plain.Parameters.Select(static parameter => (parameter.Name, string.Join(" x ", parameter.Shape), parameter.Init)),
            folded.Parameters.Select(static parameter => (parameter.Name, string.Join(" x ", parameter.Shape), parameter.Init)));
        Assert.Empty(folded.States);
        Assert.Equal(
            plain.Layers.Select(static layer => (layer.Name, layer.Operation, layer.Parameters, layer.Flops, layer.Expected)),
            folded.Layers.Select(static layer => (layer.Name, layer.Operation, layer.Parameters, layer.Flops, layer.Expected)));
    }

    [Fact]
    public void A_file_of_a_folded_network_is_one_of_the_plain_network()
    {
        using TemporaryFolder folder = new();
        RepVggNet network = Trained<RepVggNet>();
        network.Fold().Save(folder.File("folded.safetensors"));
        VggNet plain = new(seed: 9);

        plain.Load(folder.File("folded.safetensors"));

        AssertSame(network, plain);
    }

    [Fact]
    public void What_is_folded_shares_nothing_with_the_network()
    {
        RepVggNet network = Trained<RepVggNet>();
        RepVggNet.Folded folded = network.Fold();
        float[] before = Predict(folded);

        network.Parameters["3.1.0.0.0.weight"].Scale(2f);

        Assert.Equal(before, Predict(folded));
        Assert.NotEqual(before, Predict(network.Fold()));
    }

    [Fact]
    public void A_folded_network_trains_as_any()
    {
        RepVggNet.Folded folded = Trained<RepVggNet>().Fold();
        (float[] inputs, float[] targets) = Examples<RepVggNet.Folded>();
        using Trainer<RepVggNet.Folded, Sgd, MeanSquaredError> trainer = folded.CreateTrainer(new Sgd(0.05f), Loss.MeanSquaredError, Rows);
        float first = trainer.Step(inputs, targets);
        for (int step = 0; step < 20; step++)
            trainer.Step(inputs, targets);

        Assert.True(trainer.Step(inputs, targets) < first);
    }

    private static TNetwork Trained<TNetwork>()
        where TNetwork : class, INetwork
    {
        var network = (TNetwork)Activator.CreateInstance(typeof(TNetwork), 3, null, null)!;
        (float[] inputs, float[] targets) = Examples<TNetwork>();
        using Trainer<TNetwork, Sgd, MeanSquaredError> trainer = network.CreateTrainer(new Sgd(0.02f), Loss.MeanSquaredError, Rows);
        for (int step = 0; step < 10; step++)
            trainer.Step(inputs, targets);
        return network;
    }

    private static (float[] Inputs, float[] Targets) Examples<TNetwork>()
        where TNetwork : class, INetwork =>
        (Numbers.Uniform(Rows * TNetwork.Info.InputLength, seed: 1), Numbers.Uniform(Rows * TNetwork.Info.OutputLength, seed: 2));

    private static float[] Predict<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork
    {
        float[] outputs = new float[Rows * TNetwork.Info.OutputLength];
        network.Predict(Examples<TNetwork>().Inputs, outputs);
        return outputs;
    }

    private static void AssertSame<TNetwork, TFolded>(TNetwork network, TFolded folded)
        where TNetwork : class, INetwork
        where TFolded : class, INetwork
    {
        float[] expected = Predict(network), actual = Predict(folded);
        Assert.True(TFolded.Info.ParameterCount < TNetwork.Info.ParameterCount);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, (double)pair.Second, 1e-5 * expected.Max(Math.Abs)));
    }
}
