using NetGen.Generator.Model;

namespace NetGen.Generator.Graphs;

/// <summary>Numbers of positions, where one more stands in front.</summary>
internal sealed record OneMore : RoutineOperation
{
    public override string Routine => "Tokens.CountOneMore";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override bool PassesGradients => false;

    public override string Notation() => nameof(OneMore);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0];

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) => [];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} + 1";
}
