using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Passes;

/// <summary>A network after all passes, ready to be written.</summary>
/// <param name="Type">The class it was declared on.</param>
/// <param name="Input">What its inputs are expected to be like.</param>
/// <param name="Forward">Its forward graph.</param>
/// <param name="Predicting">
/// The graph of a prediction: the forward graph without dropout, without what is kept for probes and the backward pass, and with running
/// statistics in place of a batch's.
/// </param>
/// <param name="Training">Its graph, forward and backward.</param>
/// <param name="Prediction">The kernels of a prediction.</param>
/// <param name="Step">The kernels of a training step.</param>
/// <param name="Parameters">Where parameters lie.</param>
/// <param name="PredictionMemory">Where the values of a prediction lie.</param>
/// <param name="StepMemory">Where the values of a training step lie.</param>
/// <param name="TeamStepMemory">Where they lie if threads share the step.</param>
/// <param name="Signals">What is expected of each layer of the forward graph at the start.</param>
internal sealed record ScheduledNetwork(
    TypeSpec Type,
    InputSignal Input,
    Graph Forward,
    Graph Predicting,
    TrainingGraph Training,
    EquatableArray<Call> Prediction,
    StepCalls Step,
    ParameterPlan Parameters,
    BufferPlan PredictionMemory,
    BufferPlan StepMemory,
    BufferPlan TeamStepMemory,
    EquatableArray<LayerSignal> Signals)
{
    /// <summary>What the layers of the forward graph cost.</summary>
    public EquatableArray<LayerCost> Costs => LayerCost.OfLayers(Forward).ToEquatableArray();

    /// <summary>For each layer of the forward graph the layers that it reads; -1 is the network's input.</summary>
    public int[][] LayerInputs => Passes.LayerInputs.Of(Forward);

    /// <summary>The numbers of calls between which threads that share the forward pass wait for each other.</summary>
    public IReadOnlyList<int> ForwardStages => Stages.Of(Training.Graph, Step.Forward);

    /// <summary>The same for the gradients of activations.</summary>
    public IReadOnlyList<int> BackwardStages => Stages.Of(Training.Graph, Step.BackwardData);

    /// <summary>Whether a step draws random numbers.</summary>
    public bool IsRandom => Forward.Nodes.Any(static node => node.Operation is DropoutMask);

    /// <summary>
    /// Where the values of a forward pass lie that goes on position by position, or null where the network is not one of tokens that gives
    /// each position a number for every token, from that position and those before alone.
    /// </summary>
    public BufferPlan? GenerationMemory { get; init; }

    /// <summary>
    /// Whether a batch may go through a training step part by part: nothing is about all of its rows but sums that go on, each of one
    /// gradient, and no random numbers are drawn for it.
    /// </summary>
    public bool GoesInParts => StepMemory is { PerBatch: 0, StepKey: null } && Step.Shared.Count == 0
        && Step.BackwardWeights.All(static call => call is KernelCall or RoutineCall { Routine.GoesOn: true });

    /// <summary>Whether inputs lie without padding, in a training step as in a prediction.</summary>
    public bool HasPackedInput => IsPacked(Forward);

    /// <summary>Runs all passes on a network.</summary>
    public static ScheduledNetwork Of(NetworkSpec spec, CancellationToken cancellation)
    {
        (Graph forward, TrainingGraph training, EquatableArray<LayerSignal> signals) = StartingNetwork.Of(spec, cancellation);
        bool differs = forward.Nodes.Any(static node => node.Operation is DropoutMask or BatchStatistics or Kept);
        Graph predicting = differs ? Predicted(spec, IsPacked(forward)) : forward;
        cancellation.ThrowIfCancellationRequested();

        EquatableArray<Call> prediction = Fuse.Run(predicting);
        StepCalls step = Fuse.Run(training);
        cancellation.ThrowIfCancellationRequested();

        BufferPlan stepMemory = Plan.Training(training, step);
        return new ScheduledNetwork(
            spec.Type, spec.Input, forward, predicting, training, prediction, step,
            Plan.Parameters(forward), Plan.Prediction(predicting, prediction), stepMemory, Plan.TeamTraining(training, step, stepMemory),
            signals)
        {
            GenerationMemory = IsCausal(predicting) ? Plan.Generation(predicting, prediction) : null,
        };
    }

    private static bool IsCausal(Graph predicting)
    {
        Shape input = predicting[predicting.Input].Shape!;
        return input.Vocabulary > 0 && predicting[predicting.Output].Shape == Shape.Example(input.Width, input.Vocabulary)
            && predicting.Nodes.All(static node => node.Operation.IsCausal);
    }

    private static bool IsPacked(Graph graph) => graph[graph.Input].Operation is Given { IsPacked: true };

    private static Graph Predicted(NetworkSpec spec, bool packs)
    {
        Graph graph = InferShapes.Run(Lower.Run(spec, trains: false));
        return packs ? PackInput.Run(graph) : graph;
    }
}
