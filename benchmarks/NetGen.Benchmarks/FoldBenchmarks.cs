using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A prediction of a network as it was trained and folded.</summary>
public class FoldBenchmarks
{
    private static readonly int[] Batches = [1, 64];

    private Action trained = null!;
    private Action folded = null!;

    public static IEnumerable<FoldCase> Cases =>
    [
        .. Batches.Select(static batch => FoldCase.Of("RepVGG-20", batch, new RepVgg20(seed: 1), static network => network.Fold())),
        .. Batches.Select(static batch => FoldCase.Of("ResNet-20", batch, new FoldedResNet20(seed: 1), static network => network.Fold())),
    ];

    [ParamsSource(nameof(Cases))]
    public FoldCase Network { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        (trained, folded) = (Network.Trained(Network.Batch), Network.Folded(Network.Batch));
        TierUp.Await(trained);
        TierUp.Await(folded);
    }

    [Benchmark(Baseline = true)]
    public void Trained() => trained();

    [Benchmark]
    public void Folded() => folded();
}
