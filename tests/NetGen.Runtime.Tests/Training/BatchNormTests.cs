namespace NetGen.Runtime.Tests;

[Block]
[Linear(40), BatchNorm2d, ReLU, Linear(6)]
internal sealed class NormedPixel;

[Network(Input = 3, Height = 5, Width = 4)]
[Linear(6), Repeat<NormedPixel>(2, Residual = true), BatchNorm2d, Linear(2)]
internal sealed partial class NormedImages;

[Network(Input = 4)]
[BatchNorm1d(Momentum = 1f), Linear(1)]
internal sealed partial class NormedInputs;

[Block, Linear(6), BatchNorm1d]
internal sealed class NormedLayer;

[Network(Input = 5)]
[Use<NormedLayer>(Frozen = true), Linear(3)]
internal sealed partial class FrozenNorm;

/// <summary>Batch norm: batches where it trains, running statistics elsewhere.</summary>
public sealed class BatchNormTests
{
    private const int Examples = 300;

    private static readonly float[] Images = Numbers.Uniform(Examples * 60, 1);
    private static readonly float[] Targets = Numbers.Uniform(Examples * 40, 2);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        NormedImages alone = new(seed: 3), together = new(seed: 3);
        using var one = alone.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples);
        using var several = together.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples, threads: threads);
        foreach (int rows in new[] { Examples, 1, 3, 64, 65 })
        {
            float[] inputs = Images[..(rows * 60)], targets = Targets[..(rows * 40)];
            Assert.Equal(one.Step(inputs, targets), several.Step(inputs, targets));
            Assert.Equal(one.Evaluate(inputs, targets), several.Evaluate(inputs, targets));
        }

        Assert.All(alone.Parameters, parameter => Assert.Equal(parameter.ToArray(), together.Parameters[parameter.Name].ToArray()));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(64, 10)]
    [InlineData(1000, 1000)]
    [InlineData(10_000, -30_000)]
    public void Running_statistics_are_those_of_the_batch_by_the_share_of_momentum(int rows, int mean)
    {
        NormedInputs network = new(seed: 1);
        float[] inputs = [.. Numbers.Uniform(rows * 4, 5).Select(x => mean + x)];
        network.CreateTrainer(new Sgd(0f), Loss.MeanSquaredError, rows).Step(inputs, new float[rows]);

        for (int column = 0; column < 4; column++)
        {
            double[] x = [.. inputs.Where((_, i) => i % 4 == column).Select(static x => (double)x)];
            double center = x.Average(), variance = x.Sum(value => (value - center) * (value - center)) / (rows - 1);
            Assert.Equal(center, network.Parameters["0.running_mean"].ToArray()[column], 1e-6 * (1 + Math.Abs(mean)));
            Assert.Equal(1, network.Parameters["0.running_var"].ToArray()[column] / variance, 2e-6);
        }

        Assert.Equal([1f], network.Parameters["0.num_batches_tracked"].ToArray());
    }

    [Fact]
    public void Only_steps_write_state()
    {
        NormedImages network = new(seed: 3);
        using var trainer = network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, Examples);
        trainer.Step(Images, Targets);
        float[][] before = States(network);
        NoProbe probe = default;
        float inspected = trainer.Inspect(Images, Targets, ref probe);
        float evaluated = trainer.Evaluate(Images, Targets);
        float[] outputs = new float[Targets.Length];
        network.Predict(Images, outputs);

        Assert.Equal(before, States(network));
        Assert.NotEqual(inspected, evaluated);
        Assert.Equal(evaluated, outputs.Zip(Targets, static (y, t) => (double)(y - t) * (y - t)).Average(), 1e-6);
        Assert.Equal(inspected, trainer.Step(Images, Targets));
        Assert.NotEqual(before, States(network));
    }

    [Fact]
    public void A_step_needs_more_than_one_value_of_each_channel()
    {
        using var ofMeans = new BatchNormNet(seed: 1).CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, batchSize: 4);
        using var ofImages = new NormedImages(seed: 1).CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, batchSize: 4);
        NoProbe probe = default;

        const string Message = "inputs: expected at least 2 examples, got 1: a batch norm of BatchNormNet needs more than 1 value of each "
            + "channel to train. Where it is what an epoch leaves over, dropLast: true of its batches leaves it out. (Parameter 'inputs')";
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => ofMeans.Step(new float[30], new float[3])).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => ofMeans.Inspect(new float[30], new float[3], ref probe)).Message);
        Assert.True(float.IsFinite(ofMeans.Evaluate(new float[30], new float[3])));
        Assert.True(float.IsFinite(ofImages.Step(Images.AsSpan(0, 60), Targets.AsSpan(0, 40))));
    }

    [Fact]
    public void A_training_goes_on_in_the_same_bits()
    {
        using TemporaryFolder folder = new();
        NormedImages straight = new(seed: 3), first = new(seed: 3), second = new(seed: 4);
        using var through = straight.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples);
        using var begun = first.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples);
        using var resumed = second.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples, seed: 9);
        Train(through, 4);
        Train(begun, 2);
        begun.Save(folder.File("training.safetensors"));
        resumed.Load(folder.File("training.safetensors"));
        Train(resumed, 2);

        Assert.All(straight.Parameters, parameter => Assert.Equal(parameter.ToArray(), second.Parameters[parameter.Name].ToArray()));
        Assert.Equal([4f], second.Parameters["2.num_batches_tracked"].ToArray());
        Assert.DoesNotContain(
            SafetensorsFile.Load(folder.File("training.safetensors")).Tensors.Keys,
            static name => name.StartsWith("optimizer", StringComparison.Ordinal) && name.Contains("running", StringComparison.Ordinal));
    }

    [Fact]
    public void State_is_no_parameter()
    {
        NetworkInfo info = NormedInputs.Info;
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], info.Parameters.Select(static parameter => parameter.Name));
        Assert.Equal(["0.running_mean", "0.running_var", "0.num_batches_tracked"], info.States.Select(static state => state.Name));
        Assert.All(info.States, static state => Assert.True(state.IsState));
        Assert.Equal(4 + 4 + 4 + 1, info.ParameterCount);

        NormedInputs network = new(seed: 1);
        Assert.Equal([1f, 1f, 1f, 1f], network.Parameters["0.running_var"].ToArray());
        var trainer = network.CreateTrainer(new AdamW(1e-2f, weightDecay: 0.5f), Loss.MeanSquaredError, 4, clipNorm: 0.1f);
        Assert.DoesNotContain(trainer.Gradients, static gradient => gradient.Name.Contains("running", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => network.CreateTrainer(
            new Sgd(0.1f), Loss.MeanSquaredError, 4, groups: [new ParameterGroup("*.running_mean") { Frozen = true }]));
    }

    [Fact]
    public void A_frozen_norm_keeps_its_parameters_and_follows_batches()
    {
        FrozenNorm network = new(seed: 1);
        float[] weight = network.Parameters["0.1.weight"].ToArray(), mean = network.Parameters["0.1.running_mean"].ToArray();
        network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, 8).Step(Numbers.Uniform(40, 1), Numbers.Uniform(24, 2));

        Assert.Equal(weight, network.Parameters["0.1.weight"].ToArray());
        Assert.NotEqual(mean, network.Parameters["0.1.running_mean"].ToArray());
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using var trainer = new NormedImages(seed: 3).CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples);
        Train(trainer, 2);
        Assert.Equal(0, Allocations.FewestOf(() => Train(trainer, 2)));
    }

    private static void Train<TOptimizer>(Trainer<NormedImages, TOptimizer, MeanSquaredError> trainer, int steps)
        where TOptimizer : struct, IOptimizer
    {
        for (int step = 0; step < steps; step++)
            trainer.Step(Images, Targets);
    }

    private static float[][] States(NormedImages network) =>
        [.. NormedImages.Info.States.Select(state => network.Parameters[state.Name].ToArray())];
}
