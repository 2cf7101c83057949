using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>
/// Random factors for dropout: 0 with a probability, else <c>1 / (1 - p)</c>. They follow from the step's random key, the number of the
/// mask and the place of an element alone.
/// </summary>
/// <param name="Shape">The shape of what it multiplies: a factor for each element.</param>
/// <param name="Probability">The probability of a 0.</param>
/// <param name="Index">Which mask of the network it is.</param>
internal sealed record DropoutMask(Shape Shape, float Probability, int Index) : RoutineOperation
{
    public override string Routine => "Dropout.Mask";

    public override EquatableArray<string> InputNames => default;

    public override bool ReadsStepKey => true;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Width), "index: " + Literal(Index), "probability: " + Numbers.Literal(Probability)];

    public override string Describe(IReadOnlyList<string> inputs) => $"dropout mask {Literal(Index)}";

    public override Units Propagate(SignalPropagation signals, Node node) =>
        signals.NewMask(share: 1 - Probability, factor: 1 / (1.0 - Probability), isDrawnAnew: true);
}
