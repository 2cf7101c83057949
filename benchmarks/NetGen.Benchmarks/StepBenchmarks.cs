using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A whole training step, Adam included.</summary>
public class StepBenchmarks
{
    private static readonly int[] Batches = [16, 32, 64, 128, 256];

    private Func<float> step = null!;
    private IDisposable trainer = null!;

    public static IEnumerable<TrainingCase> Cases =>
    [
        .. Batches.Select(static batch =>
            TrainingCase.Of("ResMlp 20 x 64", static () => new ResMlp(seed: 1), Loss.MeanSquaredError, batch)),
        TrainingCase.Of("ResMlp 20 x 128", static () => new ResMlp128(seed: 1), Loss.MeanSquaredError, 64),
        TrainingCase.Of("ResMlp 20 x 256", static () => new ResMlp256(seed: 1), Loss.MeanSquaredError, 64),
        TrainingCase.Of("ResMlp 20 x 512", static () => new ResMlp512(seed: 1), Loss.MeanSquaredError, 64),
        TrainingCase.Of("4-32-16-4 tanh", static () => new TanhMlp(seed: 1), Loss.MeanSquaredError, 10_000),
        TrainingCase.Of("784-128-10", static () => new Digits(seed: 1), Loss.SoftmaxCrossEntropy, 64),
        TrainingCase.Of("50 blocks 256-1024-256", static () => new FiftyBlocks(seed: 1), Loss.MeanSquaredError, 64),
    ];

    [ParamsSource(nameof(Cases))]
    public TrainingCase Network { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        (step, trainer) = Network.Prepare();
        TierUp.Await(() => step());
    }

    [GlobalCleanup]
    public void CleanUp() => trainer.Dispose();

    [Benchmark]
    public float Step() => step();
}
