using NetGen.Benchmarks;

namespace NetGen.Compare.Works;

/// <summary>A prediction of a batch, inputs and outputs in the caller's memory.</summary>
internal sealed class PredictionWork<TNetwork>(string name, Func<TNetwork> create, int batch, ForwardProducts products)
    : Work(name, TNetwork.Info.Name, batch), IOnnxWork
    where TNetwork : class, INetwork
{
    private static NetworkInfo Info => TNetwork.Info;

    public override WorkGroup Group => WorkGroup.Prediction;

    public override double Flops => Batch * products.Flops(Info);

    public override double Tolerance => 1e-5;

    public override double Traffic => 1.0 * sizeof(float) * Info.ParameterCount;

    public override SafetensorsFile Start() => FileOf(create(), Info, Uniform(Batch * Info.InputLength, seed: 1), Batch);

    public override Subject NetGen(SafetensorsFile start, int threads)
    {
        TNetwork network = NetworkOf(start);
        float[] inputs = [.. start.Tensors["input"].Values], outputs = new float[Batch * Info.OutputWidth];
        Predictor<TNetwork> predictor = network.CreatePredictor(threads);
        predictor.Predict(inputs, outputs);
        return new Subject(Version, "", [.. outputs], count =>
        {
            for (int i = 0; i < count; i++)
                predictor.Predict(inputs, outputs);
        }, predictor);
    }

    public void SaveOnnx(SafetensorsFile start, string path) => NetworkOf(start).SaveOnnx(path);

    public override double Difference(ReadOnlySpan<float> answers, ReadOnlySpan<float> others) => RelativeToLargest(answers, others);

    private TNetwork NetworkOf(SafetensorsFile start)
    {
        TNetwork network = create();
        Load(network, start);
        return network;
    }
}
