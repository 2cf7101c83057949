using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// What the outputs of a weight-normed product are multiplied by (Salimans and Kingma 2016): for the weight <c>V</c> and the gain
/// <c>g</c>, one for each output, <c>g / |V|</c>, and behind that <c>1 / |V|</c>. An output whose weight is zero stays zero. For the
/// backward pass, which has no parameters at hand when it comes to those of weights, it keeps a copy of <c>V</c>.
/// </summary>
/// <param name="FanIn">How many weights an output has.</param>
internal sealed record WeightScales(int FanIn) : RoutineOperation
{
    public override string Routine => "WeightNorm.Scales";

    public override EquatableArray<string> InputNames => EquatableArray.Of("weight", "gain");

    public override EquatableArray<string> KeptNames => EquatableArray.Of("copy");

    // What it multiplies has the derivative through it.
    public override bool PassesGradients => false;

    public override string Notation() => nameof(WeightScales);

    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        Shape weight = inputs[0], gain = inputs[1];
        return weight.Count == (long)FanIn * weight.Dimensions[0] && gain.Count == weight.Dimensions[0]
            ? Shape.Of(2, weight.Dimensions[0])
            : throw new ShapeException($"A gain {gain} does not fit a weight {weight} of {FanIn} for each output.");
    }

    public override Shape KeptShape(int index, Shape result) => Shape.Of(FanIn, result.Width);

    // There is one for the batch.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) => [Literal(result.Width), Literal(FanIn)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[1]} / |{inputs[0]}|";

    /// <summary>What an output is multiplied by at the start.</summary>
    public override Units Propagate(SignalPropagation signals, Node node)
    {
        double length = signals.Parameter(node.Inputs[0]).Length;
        bool startsAtLength = ((ParameterValue)signals.Node(node.Inputs[1]).Operation).LengthOf is not null;
        return new ConstantUnits(length == 0 ? 0 : startsAtLength ? 1 : signals.Parameter(node.Inputs[1]).Start / length);
    }
}
