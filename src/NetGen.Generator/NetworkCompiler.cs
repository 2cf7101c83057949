using System.Collections.Immutable;
using NetGen.Generator.Emit;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

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
    /// <summary>Compiles a declaration. A wrong one gets its public members too, so that its one mistake is its one error.</summary>
    public static CompiledNetwork Compile(Declaration declaration, CancellationToken cancellation) => declaration.Network is { } network
        ? Compile(network, cancellation)
        : new CompiledNetwork(declaration.Type.HintName, ShellEmitter.Emit(declaration.Type), Info: null, ImmutableArray<Kernel>.Empty);

    private static CompiledNetwork Compile(NetworkSpec spec, CancellationToken cancellation)
    {
        ScheduledNetwork network = ScheduledNetwork.Of(spec, cancellation);
        ObservationPlan observations = ObservationPlan.Of(network);
        return new CompiledNetwork(
            spec.Type.HintName, new NetworkEmitter(network, observations).Emit(), new InfoEmitter(network).Emit(),
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
