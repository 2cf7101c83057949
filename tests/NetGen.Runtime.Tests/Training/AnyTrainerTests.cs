namespace NetGen.Runtime.Tests;

/// <summary>A trainer whatever its type arguments are.</summary>
public sealed class AnyTrainerTests
{
    private static readonly float[] inputs = [.. Enumerable.Range(0, 40).Select(static i => MathF.Sin(i))];
    private static readonly int[] labels = [0, 3, 6, 2, 1, 5, 4, 0];
    private static readonly float[] targets =
        [.. labels.SelectMany(static label => Enumerable.Range(0, 7).Select(k => k == label ? 1f : 0))];

    [Fact]
    public void Optimizers_of_several_kinds_stand_in_one_array()
    {
        ITrainer[] trainers =
        [
            new ClassNet(seed: 1).CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, batchSize: 8),
            new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, batchSize: 8),
            new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.MeanSquaredError, batchSize: 8),
        ];

        foreach (ITrainer trainer in trainers)
        {
            float before = trainer.Evaluate(inputs, targets);
            for (int step = 0; step < 20; step++)
                trainer.Step(inputs, targets);
            Assert.True(trainer.Evaluate(inputs, targets) < before);
            Assert.Equal(20, trainer.StepCount);
            trainer.Dispose();
        }
    }

    [Theory]
    [InlineData(true, "Huber")]
    [InlineData(false, "MeanSquaredError")]
    public void A_loss_is_chosen_by_a_condition(bool robust, string loss)
    {
        ClassNet network = new(seed: 1);

        using ITrainer trainer = robust
            ? network.CreateTrainer(new Adam(1e-3f), Loss.Huber(), batchSize: 8)
            : network.CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, batchSize: 8);

        Assert.Contains(loss, trainer.GetType().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_gives_the_bits_of_the_trainer_that_it_is()
    {
        using var known = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, batchSize: 8);
        using ITrainer any = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, batchSize: 8);

        Assert.Equal(known.Step(inputs, labels), any.Step(inputs, labels));
        Assert.Equal(known.Step(inputs, targets), any.Step(inputs, targets));
        float[] outputs = new float[8 * 7];
        Assert.Equal(known.Evaluate(inputs, labels), any.Evaluate(inputs, labels, outputs));
        float[] expected = new float[8 * 7];
        known.Network.Predict(inputs, expected);
        Assert.Equal(expected, outputs);
        Assert.All(known.Network.Parameters, parameter =>
            Assert.Equal(parameter.ToArray(), any.Parameters[parameter.Name].ToArray()));
        Assert.All(known.Gradients, gradient => Assert.Equal(gradient.ToArray(), any.Gradients[gradient.Name].ToArray()));
    }

    [Fact]
    public void Labels_for_a_loss_of_targets_are_an_exception_that_says_what_it_takes()
    {
        using ITrainer trainer = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.MeanSquaredError, batchSize: 8);

        var exception = Assert.Throws<NotSupportedException>(() => trainer.Step(inputs, labels));

        Assert.Equal("Expected targets, [rows, 7] floats, as MeanSquaredError is no loss of classes, got 8 labels.", exception.Message);
        Assert.Equal(0, trainer.StepCount);
    }

    [Fact]
    public void Steps_by_labels_allocate_nothing()
    {
        using ITrainer trainer = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, batchSize: 8);
        trainer.Step(inputs, labels);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int step = 0; step < 100; step++)
            trainer.Step(inputs, labels);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Outputs_of_another_length_are_an_exception_that_names_what_is_expected()
    {
        using var trainer = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.MeanSquaredError, batchSize: 8);

        var exception = Assert.Throws<ArgumentException>(() => trainer.Evaluate(inputs, targets, new float[55]));

        Assert.Contains("outputs: expected", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_learning_rate_of_any_trainer_has_a_factor_beside_the_schedules()
    {
        float[] inputs = [1, 2, 3, 4, 5];
        using var straight = new ClassNet(seed: 1).CreateTrainer(
            new Sgd(0.25f), Loss.SoftmaxCrossEntropy, batchSize: 1, schedule: Schedule.Step(every: 1, gamma: 0.5));
        ITrainer[] trainers =
        [
            new ClassNet(seed: 1).CreateTrainer(
                new Sgd(0.5f), Loss.SoftmaxCrossEntropy, batchSize: 1, schedule: Schedule.Step(every: 1, gamma: 0.5)),
        ];
        foreach (ITrainer trainer in trainers)
        {
            using ITrainer own = trainer;
            trainer.LearningRateFactor = 0.5;
            Assert.Equal(0.25f, trainer.LearningRate);
            for (int step = 0; step < 2; step++)
            {
                straight.Step(inputs, new int[1]);
                trainer.Step(inputs, new int[1]);
            }

            Assert.Equal(0.0625f, trainer.LearningRate);
            Assert.Equal(straight.Network.Parameters["0.weight"].ToArray(), trainer.Parameters["0.weight"].ToArray());
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.LearningRateFactor = double.NaN);
        }
    }
}
