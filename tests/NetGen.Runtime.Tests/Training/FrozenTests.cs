namespace NetGen.Runtime.Tests;

public sealed class FrozenTests
{
    private static readonly float[] Inputs = Numbers.Uniform(4 * 6, 1);
    private static readonly float[] Targets = Numbers.Uniform(4 * 2, 2);

    [Theory]
    [InlineData(null)]
    [InlineData(0.1f)]
    public void Declared_frozen_parameters_stay_even_with_decay_and_clipping(float? clipNorm)
    {
        PartlyFrozen network = new(seed: 1);
        float[] before = network.Parameters["0.0.weight"].ToArray(), trained = network.Parameters["1.0.0.weight"].ToArray();
        var trainer = network.CreateTrainer(new AdamW(1e-2f, weightDecay: 0.5f), Loss.MeanSquaredError, 4, clipNorm);
        for (int step = 0; step < 3; step++)
            trainer.Step(Inputs, Targets);

        Assert.Equal(before, network.Parameters["0.0.weight"].ToArray());
        Assert.NotEqual(trained, network.Parameters["1.0.0.weight"].ToArray());
    }

    [Fact]
    public void A_group_of_a_block_has_all_its_placements()
    {
        PartlyFrozen network = new(seed: 1);
        float[][] before = Learners(network);
        float[] head = network.Parameters["2.weight"].ToArray();
        network.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, 4, groups: [ParameterGroup.OfBlock<Learner>() with { Frozen = true }])
            .Step(Inputs, Targets);

        Assert.Equal(before, Learners(network));
        Assert.NotEqual(head, network.Parameters["2.weight"].ToArray());

        static float[][] Learners(PartlyFrozen network) =>
            [network.Parameters["1.0.0.weight"].ToArray(), network.Parameters["1.1.0.bias"].ToArray()];
    }

    [Fact]
    public void A_group_of_frozen_parameters_alone_is_refused() => Assert.Contains(
        "Every parameter of PartlyFrozen that matches \"NetGen.Runtime.Tests.Coder\" is declared frozen.",
        Assert.Throws<ArgumentException>(static () =>
            new PartlyFrozen().CreateTrainer(new Adam(), Loss.MeanSquaredError, 4, groups: [ParameterGroup.OfBlock<Coder>()])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_group_of_a_block_that_is_not_there_is_refused() => Assert.Throws<ArgumentException>(static () =>
        new PartlyFrozen().CreateTrainer(new Adam(), Loss.MeanSquaredError, 4, groups: [ParameterGroup.OfBlock<Through>()]));
}
