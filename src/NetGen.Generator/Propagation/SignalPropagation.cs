namespace NetGen.Generator;

/// <summary>What the theory of wide networks at initialisation expects of every layer.</summary>
internal static class SignalPropagation
{
    /// <param name="training">The forward graph and its gradients, with shapes.</param>
    /// <param name="input">What the inputs are like.</param>
    /// <returns>An entry for each layer of the graph.</returns>
    public static EquatableArray<LayerSignal> Run(TrainingGraph training, InputSignal input) =>
        training.Graph.Layers.Select(static _ => new LayerSignal(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN)).ToEquatableArray();
}
