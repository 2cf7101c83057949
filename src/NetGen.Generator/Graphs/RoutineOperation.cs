using System.Globalization;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// An operation that a routine of the runtime computes: no kernel takes it along. Besides its result it may keep further values for the
/// backward pass.
/// </summary>
internal abstract record RoutineOperation : Operation
{
    /// <summary>The method in <c>NetGen.CompilerServices</c>.</summary>
    public abstract string Routine { get; }

    /// <summary>The names of the method's parameters for the inputs, in their order.</summary>
    public abstract EquatableArray<string> InputNames { get; }

    /// <summary>
    /// Whether the method goes over examples, as one that mixes their positions has to, rather than over rows.
    /// </summary>
    public virtual bool TakesExamples => false;

    /// <summary>The method's arguments behind its rows: by default the width of the first input.</summary>
    public virtual IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) => [Literal(inputs[0].Width)];

    /// <summary>
    /// The names of the method's parameters for what it computes besides and keeps for the backward pass: each is a <see cref="Kept"/>.
    /// </summary>
    public virtual EquatableArray<string> KeptNames => default;

    /// <summary>The shape of something that it keeps.</summary>
    /// <param name="index">Which of <see cref="KeptNames"/>.</param>
    /// <param name="result">The shape of its result.</param>
    public virtual Shape KeptShape(int index, Shape result) => throw new ShapeException($"{this} keeps nothing.");

    /// <summary>The law of something that it keeps.</summary>
    /// <param name="signals">The laws of its inputs.</param>
    /// <param name="node">The node that it is the operation of.</param>
    /// <param name="index">Which of <see cref="KeptNames"/>.</param>
    public virtual Units? PropagateKept(SignalPropagation signals, Node node, int index) => null;

    /// <summary>How many floats of scratch the method works in.</summary>
    public virtual int ScratchOf(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override bool IsCausal => !TakesExamples && !ReadsOtherRows;

    /// <summary>Whether it reads positions before the one that it computes, which have to stay where they are then.</summary>
    public virtual bool ReadsEarlier => false;

    /// <summary>Whether it reads rows that other threads have computed: then all of them have to be there first.</summary>
    public virtual bool ReadsOtherRows => false;

    /// <summary>
    /// Whether it sums over rows, and can go on from the sum over an earlier part of them, with the bits of the sum over all.
    /// </summary>
    public virtual bool GoesOn => false;

    /// <summary>Whether the method takes the key of the step, which says whether it is one.</summary>
    public virtual bool ReadsStepKey => false;

    /// <summary>The rows of an example that it is about, where no input has rows.</summary>
    public virtual int Positions => 1;

    /// <summary>The right-hand side of its formula in comments.</summary>
    public abstract string Describe(IReadOnlyList<string> inputs);

    private protected static string Literal(int number) => number.ToString(CultureInfo.InvariantCulture);
}
