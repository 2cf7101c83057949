using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// The activations of a training step on one thread and their gradients, in floats for each example. Budgets ask for them at every edit, so
/// the last ones are kept.
/// </summary>
/// <param name="PerExample">All of them: what the memory plan has.</param>
/// <param name="OfLayers">
/// The buffers that hold a layer's values. Layers share buffers, so together they are more than there is.
/// </param>
internal sealed record TrainingActivations(int PerExample, EquatableArray<int> OfLayers)
{
    private const int MaxNetworks = 100;

    private static readonly RecentResults<NetworkSpec, TrainingActivations> Recent = new(Run, static _ => 1, MaxNetworks);

    public static TrainingActivations Of(NetworkSpec network, CancellationToken cancellation) => Recent.Get(network, cancellation);

    private static TrainingActivations Run(NetworkSpec network, CancellationToken cancellation)
    {
        TrainingGraph training = StartingNetwork.Of(network, cancellation).Training;
        BufferPlan memory = Plan.Training(training, Fuse.Run(training));
        Graph graph = training.Graph;
        ILookup<int, StoredValue> buffers = memory.Buffers.Where(buffer => graph[buffer.Value].Shape!.Batched)
            .ToLookup(buffer => graph[buffer.Value].Layer);
        return new TrainingActivations(
            memory.PerRow,
            graph.Layers.Select((_, layer) => buffers[layer].GroupBy(static buffer => buffer.Offset)
                .Sum(place => Plan.LengthOf(graph[place.First().Value]))).ToEquatableArray());
    }
}
