using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks;

/// <summary>A whole training step, Adam included.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private Trainer<ResMlp, Adam, MeanSquaredError> trainer = null!;
    private float[] inputs = null!;

    [Params(16, 64, 256)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        inputs = Inputs.Uniform(Batch * ResMlp.Info.InputWidth);
        trainer = new ResMlp(seed: 1).CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, Batch);
    }

    [Benchmark]
    public float Step() => trainer.Step(inputs, inputs);
}
