namespace NetGen.Benchmarks;

/// <summary>A network, and what it is folded to, with a batch size.</summary>
/// <param name="Name">The network.</param>
/// <param name="Batch">The size of the batch.</param>
/// <param name="Trained">Prepares a prediction of the network.</param>
/// <param name="Folded">Prepares one of what it is folded to.</param>
public sealed record FoldCase(string Name, int Batch, Func<int, Action> Trained, Func<int, Action> Folded)
{
    internal static FoldCase Of<TNetwork, TFolded>(string name, int batch, TNetwork network, Func<TNetwork, TFolded> fold)
        where TNetwork : class, INetwork
        where TFolded : class, INetwork =>
        new(name, batch, size => Prediction(network, size), size => Prediction(fold(network), size));

    public override string ToString() => $"{Name}, batch {Batch}";

    private static Action Prediction<TNetwork>(TNetwork network, int batch)
        where TNetwork : class, INetwork
    {
        float[] inputs = Inputs.Uniform(batch * TNetwork.Info.InputLength), outputs = new float[batch * TNetwork.Info.OutputLength];
        return () => network.Predict(inputs, outputs);
    }
}
