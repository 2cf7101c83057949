using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// A value that is given rather than computed: the network's input, or the gradient of the loss with respect to its output.
/// </summary>
internal sealed record Given(Shape Shape) : Operation
{
    /// <summary>Whether its rows lie behind each other without padding.</summary>
    public bool IsPacked { get; init; }

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape;

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override Units Propagate(SignalPropagation signals, Node node) => signals.NewRoot(signals.Input);
}

/// <summary>A parameter, a value like others. The gradients of its uses add up.</summary>
/// <param name="Path">Its name for users, such as <c>layers.3.linear.weight</c>.</param>
/// <param name="Shape">Its shape, <c>[out, in]</c> for a weight.</param>
/// <param name="Init">How it starts.</param>
/// <param name="InitScale">The factor on its starting values.</param>
internal sealed record ParameterValue(string Path, Shape Shape, Init Init, float InitScale) : Operation
{
    /// <summary>Whether a network's constructor leaves its start as declared, as for all but the weights of Linear layers.</summary>
    public bool KeepsInit { get; init; }

    /// <summary>A further factor on its starting values, which a network's constructor leaves alone.</summary>
    public float InitFactor { get; init; } = 1f;

    /// <summary>For <c>Init.Identity</c>, which diagonal the ones stand on, 0 for the main one.</summary>
    public int Diagonal { get; init; }

    /// <summary>The weight whose lengths, output by output, it starts at; null where it has a start of its own.</summary>
    public string? LengthOf { get; init; }

    /// <summary>Whether it is never trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>What of the network it is.</summary>
    public ParameterKind Kind { get; init; }

    /// <summary>
    /// The full names of the classes of the blocks it lies in, outermost first; in a shared block, the classes around all its uses.
    /// </summary>
    public EquatableArray<string> Blocks { get; init; }

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape;

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;
}

/// <summary>The kinds of slots: what is named, saved and loaded.</summary>
internal enum ParameterKind
{
    /// <summary>A parameter, trained or frozen.</summary>
    Parameter,

    /// <summary>State, which the forward pass of a training step writes, and nothing else.</summary>
    State,

    /// <summary>State that is a number of steps.</summary>
    Count,
}
