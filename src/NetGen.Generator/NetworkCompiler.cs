using System.Collections.Immutable;
using NetGen.Generator.Emit;
using NetGen.Generator.Folding;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator;

/// <summary>The code of a network.</summary>
/// <param name="HintName">The name of its files, without an ending.</param>
/// <param name="Source">The text of its class.</param>
/// <param name="Info">The text of what is known of it as data; null where the declaration is wrong.</param>
/// <param name="Kernels">The kernels it calls.</param>
internal sealed record CompiledNetwork(string HintName, string Source, string? Info, EquatableArray<Kernel> Kernels)
{
    /// <summary>The text of how it becomes the network that it is folded to; null where it does not.</summary>
    public string? Fold { get; init; }

    /// <summary>What asks for its weights; null where nothing does.</summary>
    public WeightsRequest? Weights { get; init; }
}

/// <summary>A class that asks for weights in its assembly.</summary>
/// <param name="Type">The class.</param>
/// <param name="Path">The end of the path of the file that it names.</param>
internal sealed record WeightsRequest(TypeSpec Type, string Path);

/// <summary>
/// The compiler: from a declared network to code, pass by pass. Every pass is a pure function from one immutable model to the next.
/// </summary>
internal static class NetworkCompiler
{
    /// <summary>
    /// Compiles a declaration, and the network that it folds to. A wrong one gets its public members too, so that its one mistake is its
    /// one error.
    /// </summary>
    public static IEnumerable<CompiledNetwork> Compile(Declaration declaration, CancellationToken cancellation)
    {
        (CompiledNetwork network, CompiledNetwork? folded) = CompileAndFold(declaration, cancellation);
        if (declaration.Weights is { } path)
            network = network with { Weights = new WeightsRequest(declaration.Type, path) };
        return folded is null ? [network] : [network, folded];
    }

    private static (CompiledNetwork Network, CompiledNetwork? Folded) CompileAndFold(
        Declaration declaration, CancellationToken cancellation)
    {
        TypeSpec type = declaration.Type;
        if (declaration.Network is not { } network)
            return declaration.Folds
                ? (Shell(type) with { Fold = FoldEmitter.EmitShell(type) }, Shell(type.ToFolded()))
                : (Shell(type), null);
        CompiledNetwork compiled = Compile(ScheduledNetwork.Of(network, cancellation));
        if (!declaration.Folds || Fold.Run(network) is not { } folded)
            return (compiled, null);
        ScheduledNetwork scheduled = ScheduledNetwork.Of(folded.Network, cancellation);
        return (compiled with { Fold = FoldEmitter.Emit(type, folded, scheduled.Forward) }, Compile(scheduled));
    }

    private static CompiledNetwork Shell(TypeSpec type) =>
        new(type.HintName, ShellEmitter.Emit(type), Info: null, ImmutableArray<Kernel>.Empty);

    private static CompiledNetwork Compile(ScheduledNetwork network)
    {
        ObservationPlan observations = ObservationPlan.Of(network);
        return new CompiledNetwork(
            network.Type.HintName, new NetworkEmitter(network, observations).Emit(), new InfoEmitter(network).Emit(),
            KernelsOf(network, observations));
    }

    private static EquatableArray<Kernel> KernelsOf(ScheduledNetwork network, ObservationPlan observations) =>
        network.Prediction.Concat(network.Step.All).OfType<KernelCall>().Select(static call => call.Kernel)
            .Concat(network.Step.Forward.Zip(observations.Forward, static (call, layers) => (call, layers))
                .SelectMany(static pair => pair.call is KernelCall call
                    ? pair.layers.SelectMany(layer => ObserverWriter.Kernels(call, layer))
                    : []))
            .Distinct().OrderBy(static kernel => kernel.Name, StringComparer.Ordinal).ToEquatableArray();
}
