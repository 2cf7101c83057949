using NetGen.Generator.Graphs;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Passes;

/// <summary>
/// A network differentiated, and what is expected of it at its start. The generator writes this down, and the judge of starts asks for it
/// again, of the same network and of others like it; so the last ones are kept, by what was declared.
/// </summary>
/// <param name="Forward">The forward graph, with shapes.</param>
/// <param name="Training">The forward graph and its gradients, with shapes.</param>
/// <param name="Signals">What is expected of each layer of the forward graph.</param>
internal sealed record StartingNetwork(Graph Forward, TrainingGraph Training, EquatableArray<LayerSignal> Signals)
{
    // A hundred networks of 50 blocks, in some tens of megabytes.
    private const int MaxNodes = 100_000;

    private static readonly RecentResults<NetworkSpec, StartingNetwork> Recent =
        new(Run, static network => network.Training.Graph.Nodes.Count, MaxNodes);

    public static StartingNetwork Of(NetworkSpec spec, CancellationToken cancellation) => Recent.Get(spec, cancellation);

    private static StartingNetwork Run(NetworkSpec spec, CancellationToken cancellation)
    {
        Graph forward = PackInput.Run(InferShapes.Run(Lower.Run(spec)));
        cancellation.ThrowIfCancellationRequested();
        TrainingGraph training = Differentiate.Run(forward);
        training = training with { Graph = InferShapes.Run(training.Graph) };
        cancellation.ThrowIfCancellationRequested();
        return new StartingNetwork(forward, training, SignalPropagation.Run(training, spec.Input, cancellation));
    }
}
