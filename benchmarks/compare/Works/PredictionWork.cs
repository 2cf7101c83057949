namespace NetGen.Compare.Works;

/// <summary>A prediction of a batch, inputs and outputs in the caller's memory.</summary>
internal sealed class PredictionWork<TNetwork>(string name, Func<TNetwork> create, int batch) : Work(name, TNetwork.Info.Name, batch)
    where TNetwork : class, INetwork
{
    private static NetworkInfo Info => TNetwork.Info;

    public override int OutputWidth => Info.OutputWidth;

    public override WorkGroup Group => WorkGroup.Prediction;

    public override double Flops =>
        2.0 * Batch * Info.Parameters.Where(static parameter => parameter.Shape.Length == 2).Sum(static parameter => (double)parameter.Shape[0] * parameter.Shape[1]);

    public override double Tolerance => 1e-5;

    public override double Traffic => 1.0 * sizeof(float) * Info.ParameterCount;

    public override SafetensorsFile Start() => FileOf(create(), Uniform(Batch * Info.InputWidth, seed: 1), Batch);

    public override Subject NetGen(SafetensorsFile start, int threads)
    {
        // The one place where NetGen's number of threads for prediction is chosen.
        if (threads > 1)
            throw new NotSupportedException("it predicts on one thread");

        TNetwork network = create();
        Load(network, start);
        float[] inputs = [.. start.Tensors["input"].Values], outputs = new float[Batch * Info.OutputWidth];
        network.Predict(inputs, outputs);
        return new Subject(Version, "", [.. outputs], count =>
        {
            for (int i = 0; i < count; i++)
                network.Predict(inputs, outputs);
        });
    }

    public override double Difference(ReadOnlySpan<float> answers, ReadOnlySpan<float> others) => RelativeToLargest(answers, others);
}
