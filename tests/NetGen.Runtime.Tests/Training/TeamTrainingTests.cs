namespace NetGen.Runtime.Tests;

/// <summary>Training on several threads: the same bits as on one.</summary>
public sealed class TeamTrainingTests
{
    private const int Batch = 65;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(32)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        AssertSame<DropoutNet>();
        AssertSame<MaskedInput>();
        AssertSame<PartlyFrozen>();
        AssertSame<ManyStarts>();
        AssertSame<DeepNormNet>();
        AssertSame<ResidualAroundBranch>();

        void AssertSame<TNetwork>()
            where TNetwork : class, INetwork
        {
            Assert.Equal(Train<TNetwork>(threads: 1), Train<TNetwork>(threads));
            Assert.Equal(Train<TNetwork>(threads: 1, clipNorm: 0.1f), Train<TNetwork>(threads, clipNorm: 0.1f));
        }
    }

    [Fact]
    public void A_step_that_is_watched_is_the_same_step()
    {
        Assert.Equal(Train<DropoutNet>(threads: 1), Train<DropoutNet>(threads: 2, watched: true));
    }

    [Fact]
    public void What_an_optimizer_throws_arrives_and_the_next_step_is_a_step()
    {
        ResidualAroundBranch network = new();
        using var trainer = network.CreateTrainer(new Stubborn(refuses: true), Loss.MeanSquaredError, batchSize: 16, threads: 3);
        float[] examples = Numbers.Uniform(16 * 7, 1);

        Assert.Equal("No.", Assert.Throws<NotSupportedException>(() => trainer.Step(examples, examples)).Message);
        trainer.Optimizer = new Stubborn(refuses: false);
        trainer.Step(examples, examples);
        Assert.Equal(1, trainer.StepCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void There_are_1_to_32_threads(int threads)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ResidualAroundBranch().CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, batchSize: 16, threads: threads));
        Assert.StartsWith("Expected 1 to 32 threads.", error.Message, StringComparison.Ordinal);
        Assert.Equal(threads, error.ActualValue);
    }

    // Everything that a training leaves: losses, parameters, gradients and what the optimizer remembers, over batches of different sizes.
    private static float[] Train<TNetwork>(int threads, float? clipNorm = null, bool watched = false)
        where TNetwork : class, INetwork
    {
        var network = (TNetwork)Activator.CreateInstance(typeof(TNetwork), 5, null, null)!;
        using var trainer = network.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Batch, clipNorm, seed: 3, threads: threads);
        List<float> results = [];
        foreach (int rows in (int[])[Batch, 1, 7, 64, 16])
        {
            float[] inputs = Numbers.Uniform(rows * TNetwork.Info.InputWidth, rows);
            float[] targets = Numbers.Uniform(rows * TNetwork.Info.OutputWidth, -rows);
            results.Add(trainer.Evaluate(inputs, targets));
            if (watched)
            {
                StatisticsProbe probe = new(new NetworkStatistics(TNetwork.Info));
                results.Add(trainer.Step(inputs, targets, ref probe));
            }
            else
            {
                results.Add(trainer.Step(inputs, targets));
            }
        }

        results.AddRange(trainer.Gradients.SelectMany(static gradient => gradient.ToArray()));
        results.AddRange(network.Parameters.SelectMany(static parameter => parameter.ToArray()));
        return [.. results];
    }

    private readonly struct Stubborn(bool refuses) : IOptimizer
    {
        public int StateCount => 0;

        public float LearningRate => 0;

        public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
        {
        }

        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
        {
            if (refuses)
                throw new NotSupportedException("No.");
        }
    }
}
