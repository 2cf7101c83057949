using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks;

/// <summary>A whole prediction.</summary>
[MemoryDiagnoser]
public class PredictionBenchmarks
{
    private readonly PlainMlp plain = new(seed: 1);
    private readonly ResMlp residual = new(seed: 1);
    private float[] inputs = null!;
    private float[] outputs = null!;

    [Params(1, 64, 4096)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        inputs = Inputs.Uniform(Batch * ResMlp.Info.InputWidth);
        outputs = new float[Batch * ResMlp.Info.OutputWidth];
    }

    [Benchmark]
    public void Plain() => plain.Predict(inputs, outputs);

    [Benchmark]
    public void Residual() => residual.Predict(inputs, outputs);
}
