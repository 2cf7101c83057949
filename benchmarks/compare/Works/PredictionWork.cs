using NetGen.Benchmarks;

namespace NetGen.Compare.Works;

/// <summary>A prediction of a batch, inputs and outputs in the caller's memory.</summary>
internal sealed class PredictionWork<TNetwork>(string name, Func<TNetwork> create, int batch, ForwardProducts products)
    : Work(name, TNetwork.Info.Name, batch)
    where TNetwork : class, INetwork
{
    private static NetworkInfo Info => TNetwork.Info;

    public override int OutputWidth => Info.OutputWidth;

    public override WorkGroup Group => WorkGroup.Prediction;

    public override double Flops => Batch * products.Flops(Info);

    public override double Tolerance => 1e-5;

    public override double Traffic => 1.0 * sizeof(float) * Info.ParameterCount;

    public override SafetensorsFile Start() => FileOf(create(), Info, Uniform(Batch * Info.InputLength, seed: 1), Batch);

    public override Subject NetGen(SafetensorsFile start, int threads)
    {
        TNetwork network = create();
        Load(network, start);
        float[] inputs = [.. start.Tensors["input"].Values], outputs = new float[Batch * Info.OutputWidth];
        Predictor<TNetwork> predictor = network.CreatePredictor(threads);
        predictor.Predict(inputs, outputs);
        return new Subject(Version, "", [.. outputs], count =>
        {
            for (int i = 0; i < count; i++)
                predictor.Predict(inputs, outputs);
        }, predictor);
    }

    public override double Difference(ReadOnlySpan<float> answers, ReadOnlySpan<float> others) => RelativeToLargest(answers, others);
}
