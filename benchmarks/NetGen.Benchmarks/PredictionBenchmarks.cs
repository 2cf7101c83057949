using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A whole prediction.</summary>
public class PredictionBenchmarks
{
    private static readonly int[] Batches = [1, 4, 8, 64, 4096];

    private Action predict = null!;

    public static IEnumerable<PredictionCase> Cases =>
    [
        .. AllBatches("Plain 20 x 64", static () => new PlainMlp(seed: 1)),
        .. AllBatches("ResMlp 20 x 64", static () => new ResMlp(seed: 1)),
        PredictionCase.FedBack("4 -> 4", static () => new Linear4(seed: 1)),
        PredictionCase.FedBack("8 -> 8", static () => new Linear8(seed: 1)),
        PredictionCase.FedBack("16 -> 16", static () => new Linear16(seed: 1)),
        PredictionCase.FedBack("32 -> 32", static () => new Linear32(seed: 1)),
        PredictionCase.FedBack("64 -> 64", static () => new Linear64(seed: 1)),
        PredictionCase.Of("784 -> 10", static () => new Linear784To10(seed: 1), 1),
    ];

    [ParamsSource(nameof(Cases))]
    public PredictionCase Network { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        predict = Network.Prepare();
        TierUp.Await(predict);
    }

    [Benchmark]
    public void Predict() => predict();

    private static IEnumerable<PredictionCase> AllBatches<TNetwork>(string name, Func<TNetwork> create)
        where TNetwork : class, INetwork => Batches.Select(batch => PredictionCase.Of(name, create, batch));
}
