using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A network and a batch size.</summary>
public sealed class PredictionCase : IWork
{
    private readonly string name;
    private readonly Func<Action> prepare;

    private PredictionCase(string name, double flops, Func<Action> prepare)
    {
        this.name = name;
        this.prepare = prepare;
        Flops = flops;
    }

    /// <summary>Of all layers, for the whole batch.</summary>
    public double Flops { get; }

    internal static PredictionCase Of<TNetwork>(string name, Func<TNetwork> create, int batch, ForwardProducts? products = null)
        where TNetwork : class, INetwork =>
        new($"{name}, batch {batch}", batch * (products ?? ForwardProducts.OfVector).Flops(TNetwork.Info), () =>
        {
            TNetwork network = create();
            float[] inputs = Inputs.Uniform(batch * TNetwork.Info.InputLength);
            float[] outputs = new float[batch * TNetwork.Info.OutputWidth];
            Predictor<TNetwork> predictor = network.CreatePredictor();
            return () => predictor.Predict(inputs, outputs);
        });

    /// <summary>One layer, one example, and the output is the next input, so that a call has to wait for the one before.</summary>
    internal static PredictionCase FedBack<TNetwork>(string name, Func<TNetwork> create)
        where TNetwork : class, INetwork =>
        new($"{name}, fed back", ForwardProducts.OfVector.Flops(TNetwork.Info), () =>
        {
            TNetwork network = create();
            // A fixed point away from 0, where denormal numbers would be slow.
            network.Parameters["0.weight"].Scale(0.1f);
            network.Parameters["0.bias"].CopyFrom(Inputs.Uniform(TNetwork.Info.OutputWidth));
            float[] state = Inputs.Uniform(TNetwork.Info.InputWidth);
            Predictor<TNetwork> predictor = network.CreatePredictor();
            return () => predictor.Predict(state, state);
        });

    /// <summary>Makes what a prediction needs.</summary>
    /// <returns>Predicts.</returns>
    public Action Prepare() => prepare();

    public override string ToString() => name;
}
