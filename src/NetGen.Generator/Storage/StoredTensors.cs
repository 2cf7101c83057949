using System.Collections.Immutable;
using NetGen.Generator.Graphs;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Storage;

/// <summary>The tensors that a network has in files, as the runtime's <c>Parameter</c> says.</summary>
internal static class StoredTensors
{
    public static IReadOnlyCollection<TensorShape> Of(NetworkSpec network, CancellationToken cancellation) =>
    [
        .. StartingNetwork.Of(network, cancellation).Forward.Nodes
            .Select(static node => node.Operation).OfType<ParameterValue>().Select(Of),
    ];

    // A number of steps has no dimensions in files.
    private static TensorShape Of(ParameterValue parameter) => parameter.Kind == ParameterKind.Count
        ? new TensorShape(parameter.Path, NumberType.I64, ImmutableArray<int>.Empty)
        : new TensorShape(parameter.Path, NumberType.F32, parameter.Shape.Dimensions.ToImmutableArray());
}
