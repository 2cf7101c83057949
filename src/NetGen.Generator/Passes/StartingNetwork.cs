namespace NetGen.Generator;

/// <summary>
/// A network differentiated, and what is expected of it at its start. The generator writes this down, and the judge of starts asks for it again, of the
/// same network and of others like it; so the last ones are kept, by what was declared.
/// </summary>
/// <param name="Forward">The forward graph, with shapes.</param>
/// <param name="Training">The forward graph and its gradients, with shapes.</param>
/// <param name="Signals">What is expected of each layer of the forward graph.</param>
internal sealed record StartingNetwork(Graph Forward, TrainingGraph Training, EquatableArray<LayerSignal> Signals)
{
    // More than a project declares, and some 10 MB where they are 50 blocks deep.
    private const int MaxKept = 256;

    private static readonly RecentResults<NetworkSpec, StartingNetwork> Recent = new(MaxKept);

    public static StartingNetwork Of(NetworkSpec spec, CancellationToken cancellation) => Recent.Get(spec, network => Run(network, cancellation));

    private static StartingNetwork Run(NetworkSpec spec, CancellationToken cancellation)
    {
        Graph forward = InferShapes.Run(Lower.Run(spec));
        cancellation.ThrowIfCancellationRequested();
        TrainingGraph training = Differentiate.Run(forward);
        training = training with { Graph = InferShapes.Run(training.Graph) };
        cancellation.ThrowIfCancellationRequested();
        return new StartingNetwork(forward, training, SignalPropagation.Run(training, spec.Input, cancellation));
    }
}
