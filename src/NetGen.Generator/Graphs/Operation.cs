using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// An operation on tensors. The set is small and closed; a file for each holds all that the compiler knows of it: its shape rule,
/// its derivative, written with other operations, and its cost.
/// </summary>
internal abstract record Operation
{
    /// <summary>The shape of the result, or <see cref="ShapeException"/> where the inputs do not go together.</summary>
    public abstract Shape InferShape(IReadOnlyList<Shape> inputs);

    /// <summary>
    /// How what other programs read of a prediction (<c>PredictionText</c>) writes it: its name, and the numbers that it works with by
    /// theirs. A method, so that it is no part of what an operation looks like in messages.
    /// </summary>
    public virtual string Notation() => NoNotation();

    /// <summary>Floating-point operations for one example, a multiply-add counting as two and a function of one element as one.</summary>
    public virtual long Flops(IReadOnlyList<Shape> inputs, Shape result) => result.Count;

    /// <summary>
    /// Adds to the graph the gradient of the loss with respect to input number <paramref name="input"/> of the node that makes
    /// <paramref name="value"/>, given <paramref name="upstream"/>, its gradient with respect to the result (reverse mode, one step of
    /// the chain rule).
    /// </summary>
    /// <returns>The value that holds the gradient.</returns>
    public virtual int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        throw new InvalidOperationException($"{this} belongs to backward graphs and has no derivative.");

    /// <summary>
    /// Whether gradients go through it. They do not through the statistics of a batch: what uses those has the derivative of both together.
    /// </summary>
    public virtual bool PassesGradients => true;

    /// <summary>Whether what it computes at a position of a sequence follows from that and those before alone.</summary>
    public virtual bool IsCausal => true;

    /// <summary>The product that a kernel for it is built around; null where there is none.</summary>
    public virtual ProductCall? Product(Node node) => null;

    /// <summary>How a kernel takes it along behind what it has computed; null where none can.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="other">The value beside what the kernel has computed; the same where there is none.</param>
    public virtual StepCall? Step(Graph graph, int other) => null;

    /// <summary>
    /// The law of the result's units at the start, from the laws of its inputs. It is null for a result that is no vector of units for
    /// each example, such as a parameter's gradient, and for an operation that the theory cannot follow.
    /// </summary>
    public virtual Units? Propagate(SignalPropagation signals, Node node) => null;

    /// <summary>The law of the result's units where the result is a gradient.</summary>
    public virtual GradientUnits? PropagateGradient(SignalPropagation signals, Node node) => null;

    private protected string NoNotation() => throw new InvalidOperationException($"{this} is no part of a prediction.");
}

/// <summary>
/// An operation whose result at each place depends on its inputs at that place only, so that it can ride in another's loop.
/// </summary>
internal abstract record ElementwiseOperation : Operation
{
    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        foreach (Shape other in inputs)
        {
            if (other != inputs[0])
                throw new ShapeException($"{GetType().Name} joins {inputs[0]} and {other}; it takes equal shapes.");
        }

        return inputs[0];
    }
}

/// <summary>Shapes that do not go together.</summary>
internal sealed class ShapeException(string message) : Exception(message);
