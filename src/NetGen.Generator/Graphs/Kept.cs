using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// What a routine computes beside its result, for the backward pass. Its input is that result; where nothing reads it, it is not kept.
/// </summary>
/// <param name="Of">The operation that keeps it.</param>
/// <param name="Index">Which of the values that it keeps.</param>
internal sealed record Kept(RoutineOperation Of, int Index) : Operation
{
    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Of.KeptShape(Index, inputs[0]);

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override Units? Propagate(SignalPropagation signals, Node node) =>
        Of.PropagateKept(signals, signals.Node(node.Inputs[0]), Index);
}
