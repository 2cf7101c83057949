using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>Whole training steps with Adam, predictions, and writing.</summary>
public class SequenceBenchmarks
{
    private Action call = null!;

    public static IEnumerable<SequenceCase> Cases =>
    [
        .. ViT("ViT, width 64", static () => new ViT64(seed: 1), ForwardProducts.OfViT(64)),
        .. ViT("ViT, width 192", static () => new ViT192(seed: 1), ForwardProducts.OfViT(192)),
        SequenceCase.Document(letters: 7), SequenceCase.Document(letters: 16), SequenceCase.Writing(),
    ];

    [ParamsSource(nameof(Cases))]
    public SequenceCase Work { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        call = Work.Prepare();
        TierUp.Await(call);
    }

    [Benchmark]
    public void Call() => call();

    private static IEnumerable<SequenceCase> ViT<TNetwork>(string name, Func<TNetwork> create, ForwardProducts products)
        where TNetwork : class, INetwork =>
    [
        SequenceCase.Step(TrainingCase.Of(name, create, Loss.SoftmaxCrossEntropy, 8, products)),
        SequenceCase.Step(TrainingCase.Of(name, create, Loss.SoftmaxCrossEntropy, 64, products)),
        SequenceCase.Prediction(PredictionCase.Of(name, create, 1, products)),
        SequenceCase.Prediction(PredictionCase.Of(name, create, 64, products)),
    ];
}
