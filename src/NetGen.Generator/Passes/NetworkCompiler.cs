using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>The code of a network.</summary>
/// <param name="HintName">The name of its files, without an ending.</param>
/// <param name="Source">The text of its class.</param>
/// <param name="Info">The text of what is known of it as data; null where the declaration is wrong.</param>
/// <param name="Kernels">The kernels it calls.</param>
internal sealed record CompiledNetwork(string HintName, string Source, string? Info, EquatableArray<Kernel> Kernels);

/// <summary>
/// The compiler: from a declared network to code, pass by pass. Every pass is a pure function from one immutable model to the next.
/// </summary>
internal static class NetworkCompiler
{
    public static CompiledNetwork Compile(NetworkSpec spec, CancellationToken cancellation)
    {
        ScheduledNetwork network = Schedule(spec, cancellation);
        ObservationPlan observations = ObservationPlan.Of(network);
        return new CompiledNetwork(spec.Type.HintName, new NetworkEmitter(network, observations).Emit(), new InfoEmitter(network).Emit(), KernelsOf(network, observations));
    }

    private static EquatableArray<Kernel> KernelsOf(ScheduledNetwork network, ObservationPlan observations) =>
        network.Prediction.Concat(network.Step.All).OfType<KernelCall>().Select(static call => call.Kernel)
            .Concat(network.Step.Forward.Zip(observations.Forward, static (call, layers) => (call, layers))
                .SelectMany(static pair => pair.call is KernelCall call ? pair.layers.SelectMany(layer => ObserverWriter.Kernels(call, layer)) : []))
            .Distinct().OrderBy(static kernel => kernel.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>All passes but the last.</summary>
    public static ScheduledNetwork Schedule(NetworkSpec spec, CancellationToken cancellation)
    {
        (Graph forward, TrainingGraph training, EquatableArray<LayerSignal> signals) = StartingNetwork.Of(spec, cancellation);
        Graph predicting = forward.Nodes.Any(static node => node.Operation is DropoutMask) ? InferShapes.Run(Lower.Run(spec, trains: false)) : forward;
        cancellation.ThrowIfCancellationRequested();

        EquatableArray<Call> prediction = Fuse.Run(predicting);
        StepSchedule step = Fuse.Run(training);
        cancellation.ThrowIfCancellationRequested();

        MemoryPlan stepMemory = Plan.Training(training, step);
        return new ScheduledNetwork(
            spec.Type, spec.Input, forward, predicting, training, prediction, step,
            Plan.Parameters(forward), Plan.Prediction(predicting, prediction), stepMemory, Plan.SharedTraining(training, step, stepMemory), signals);
    }
}

/// <summary>A network after all passes, ready to be written.</summary>
/// <param name="Type">The class it was declared on.</param>
/// <param name="Input">What its inputs are expected to be like.</param>
/// <param name="Forward">Its forward graph.</param>
/// <param name="Predicting">The graph of a prediction, which is the forward graph without dropout.</param>
/// <param name="Training">Its graph, forward and backward.</param>
/// <param name="Prediction">The kernels of a prediction.</param>
/// <param name="Step">The kernels of a training step.</param>
/// <param name="Parameters">Where parameters lie.</param>
/// <param name="PredictionMemory">Where the values of a prediction lie.</param>
/// <param name="StepMemory">Where the values of a training step lie.</param>
/// <param name="SharedStepMemory">Where they lie if threads share the step.</param>
/// <param name="Signals">What is expected of each layer of the forward graph at the start.</param>
internal sealed record ScheduledNetwork(
    TypeSpec Type,
    InputSignal Input,
    Graph Forward,
    Graph Predicting,
    TrainingGraph Training,
    EquatableArray<Call> Prediction,
    StepSchedule Step,
    ParameterPlan Parameters,
    MemoryPlan PredictionMemory,
    MemoryPlan StepMemory,
    MemoryPlan SharedStepMemory,
    EquatableArray<LayerSignal> Signals);
