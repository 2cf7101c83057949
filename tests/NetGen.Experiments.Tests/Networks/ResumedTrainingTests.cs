using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;

namespace NetGen.Experiments.Tests.Networks;

public sealed class ResumedTrainingTests
{
    private const int Rows = 16;
    private const int Width = 64;

    [Fact]
    public void Compiled_network_resumes_training_to_the_bit()
    {
        Compare(static () => new Adam(1e-3f));
        Compare(static () => new AdamW(1e-3f));
        Compare(static () => new Sgd(1e-3f, momentum: 0.9f));

        static void Compare<TOptimizer>(Func<TOptimizer> optimizer)
            where TOptimizer : struct, IOptimizer
        {
            using TemporaryFolder folder = new();
            var straight = new ResMLP(seed: 1).CreateTrainer(optimizer(), Loss.MeanSquaredError, Rows);
            Train(straight, 0, 10);
            straight.Save(folder.File("straight"));

            var first = new ResMLP(seed: 1).CreateTrainer(optimizer(), Loss.MeanSquaredError, Rows);
            Train(first, 0, 5);
            first.Save(folder.File("half"));
            var second = new ResMLP(seed: 2).CreateTrainer(optimizer(), Loss.MeanSquaredError, Rows);
            second.Load(folder.File("half"));
            Train(second, 5, 10);
            second.Save(folder.File("resumed"));

            Assert.Equal(File.ReadAllBytes(folder.File("straight")), File.ReadAllBytes(folder.File("resumed")));
        }
    }

    private static void Train<TOptimizer>(Trainer<ResMLP, TOptimizer, MeanSquaredError> trainer, int from, int to)
        where TOptimizer : struct, IOptimizer
    {
        for (int seed = from; seed < to; seed++)
        {
            SeededRandom random = new(seed);
            trainer.Step(Uniform.Array(Rows * Width, random), Uniform.Array(Rows * Width, random));
        }
    }
}
