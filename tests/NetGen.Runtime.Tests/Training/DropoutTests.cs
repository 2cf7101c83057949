namespace NetGen.Runtime.Tests;

public sealed class DropoutTests
{
    private static readonly float[] Inputs = Numbers.Uniform(8 * 20, 1);
    private static readonly float[] Targets = Numbers.Uniform(8 * 3, 2);

    [Fact]
    public void A_prediction_and_an_evaluation_are_without_it()
    {
        DropoutNet network = new(seed: 1);
        float[] outputs = new float[8 * 3];
        network.Predict(Inputs, outputs);
        float expected = outputs.Zip(Targets, static (y, t) => (y - t) * (y - t)).Average();

        Assert.Equal(expected, Trainer(network).Evaluate(Inputs, Targets), 1e-6f);
        Assert.NotEqual(expected, Trainer(network).Step(Inputs, Targets), 1e-3f);
    }

    [Fact]
    public void The_same_seed_gives_the_same_training_and_another_seed_another()
    {
        Assert.Equal(Losses(seed: 3), Losses(seed: 3));
        Assert.NotEqual(Losses(seed: 3), Losses(seed: 4));

        static float[] Losses(int seed)
        {
            var trainer = Trainer(new DropoutNet(seed: 1), seed);
            return [.. Enumerable.Range(0, 3).Select(_ => trainer.Step(Inputs, Targets))];
        }
    }

    [Fact]
    public void Dropout_of_nothing_leaves_the_masks_of_the_others_as_they_are()
    {
        var with = new NothingDropped(seed: 1).CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, batchSize: 8, seed: 3);
        var without = new NothingInstead(seed: 1).CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, batchSize: 8, seed: 3);

        for (int step = 0; step < 3; step++)
            Assert.Equal(without.Step(Inputs, Targets), with.Step(Inputs, Targets));
    }

    [Fact]
    public void Resumed_training_gives_the_same_bits_as_training_that_never_stopped()
    {
        using TemporaryFolder folder = new();
        var straight = Trainer(new DropoutNet(seed: 1));
        straight.Step(Inputs, Targets);
        straight.Save(folder.File("half"));
        var resumed = Trainer(new DropoutNet(seed: 2));
        resumed.Load(folder.File("half"));

        Assert.Equal(straight.Step(Inputs, Targets), resumed.Step(Inputs, Targets));
        Assert.Equal(straight.Network.Parameters.Slab.Span, resumed.Network.Parameters.Slab.Span);
    }

    [Fact]
    public void A_trainer_of_another_seed_refuses_a_checkpoint()
    {
        using TemporaryFolder folder = new();
        Trainer(new DropoutNet(seed: 1), seed: 5).Save(folder.File("five"));
        var other = Trainer(new DropoutNet(seed: 2), seed: 6);
        float[] before = other.Network.Parameters["0.weight"].ToArray();

        Assert.Contains(
            "seed 6", Assert.Throws<InvalidDataException>(() => other.Load(folder.File("five"))).Message, StringComparison.Ordinal);
        Assert.Equal(before, other.Network.Parameters["0.weight"].ToArray());
    }

    [Fact]
    public void As_many_elements_are_dropped_as_its_probability_says_and_others_in_every_step()
    {
        const int Rows = 1000, Width = 100;
        float[] ones = [.. Enumerable.Repeat(1f, Rows * Width)];
        Trainer<MaskedInput, Sgd,
        MeanSquaredError> trainer = new MaskedInput().CreateTrainer(new Sgd(0f), Loss.MeanSquaredError, Rows, seed: 5);
        bool[][] dropped = [.. Enumerable.Range(0, 2).Select(_ => Dropped())];

        Assert.All(
            dropped,
            static step =>
                Assert.InRange(step.Count(static x => x), 0.3 * Rows * Width - 4 * Deviation, 0.3 * Rows * Width + 4 * Deviation));
        // Independent steps drop the same element with the product of their probabilities.
        Assert.InRange(
            dropped[0].Zip(dropped[1]).Count(static pair => pair.First && pair.Second),
            0.09 * Rows * Width - 4 * Deviation,
            0.09 * Rows * Width + 4 * Deviation);

        bool[] Dropped()
        {
            StreamCopy copy = new(new float[Rows * Width]);
            trainer.Inspect(ones, ones, ref copy);
            trainer.Step(ones, ones);
            Assert.All(copy.Values, static x => Assert.True(x is 0 or 1f / (1f - 0.3f)));
            return [.. copy.Values.Select(static x => x == 0)];
        }
    }

    // Of the number of elements dropped, binomial: sqrt(100,000 · 0.3 · 0.7).
    private const double Deviation = 145;

    private static Trainer<DropoutNet, Adam, MeanSquaredError> Trainer(DropoutNet network, int seed = 0) =>
        network.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, 8, seed: seed);

    private readonly struct StreamCopy(float[] values) : IProbe
    {
        public static bool Observes => true;

        public float[] Values => values;

        public void Observe(Observation observation, int layer, string name, in System.Numerics.Tensors.ReadOnlyTensorSpan<float> tensor)
        {
            if (observation == Observation.Stream && layer == 0)
                tensor.FlattenTo(values);
        }
    }
}
