using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// What the gradients of a batch norm have in common: for each block of rows the sums of <c>dy</c> and of <c>dy ⊙ (x - c)</c>, with the
/// number <c>c</c> near the mean that the statistics have.
/// </summary>
internal sealed record BatchNormSums : RoutineOperation
{
    public override string Routine => "BatchNormalization.GradientSums";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "x", "statistics");

    public override bool ReadsOtherRows => true;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0] == inputs[1]
        ? Shape.Of(BatchLayout.Blocks * BatchLayout.Sums, inputs[0].Width)
        : throw new ShapeException($"A gradient {inputs[0]} does not fit {inputs[1]}.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 4 * inputs[0].Count;

    public override string Describe(IReadOnlyList<string> inputs) => $"Σ {inputs[0]} and Σ {inputs[0]} ⊙ {inputs[1]}, block by block";

    // The means over a large batch vanish: the gradients of its examples are independent, and of mean 0.
    public override GradientUnits PropagateGradient(SignalPropagation signals, Node node) => GradientUnits.Fresh(Power.Of(0));
}

/// <summary>From those sums the gradients of gain and bias, and the numbers that the gradient of <c>x</c> is made with.</summary>
/// <param name="Positions">The rows of an example.</param>
internal sealed record BatchNormTerms(int Positions) : RoutineOperation
{
    public override string Routine => "BatchNormalization.GradientTerms";

    public override EquatableArray<string> InputNames => EquatableArray.Of("sums", "statistics");

    public override int Positions { get; } = Positions;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape.Of(BatchLayout.Terms, inputs[0].Width);

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) => [Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"means of the gradient, from {inputs[0]}";

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) => signals.Gradient(node.Inputs[0]);
}

/// <summary>The gradient of the gain or the bias of a batch norm, which <see cref="BatchNormTerms"/> have.</summary>
/// <param name="IsGain">Whether of the gain.</param>
internal sealed record BatchNormParameterGradient(bool IsGain) : RoutineOperation
{
    public override string Routine => IsGain ? "BatchNormalization.GainGradient" : "BatchNormalization.BiasGradient";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape.Of(inputs[0].Width);

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override string Describe(IReadOnlyList<string> inputs) => $"{(IsGain ? "Σ dy ⊙ x̂" : "Σ dy")}, of {inputs[0]}";
}
