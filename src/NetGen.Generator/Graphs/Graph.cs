using NetGen.Generator.Model;

namespace NetGen.Generator.Graphs;

/// <summary>
/// A computation in single assignment form. Every node makes one value, named by the node's index; inputs come before the nodes that
/// use them.
/// </summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Input">The value that holds the network's input.</param>
/// <param name="Output">The value that holds the network's output.</param>
/// <param name="Layers">The layers that the nodes belong to.</param>
/// <param name="Rows">The rows of its layer table.</param>
internal sealed record Graph(
    EquatableArray<Node> Nodes, int Input, int Output, EquatableArray<Layer> Layers, EquatableArray<LayerRow> Rows)
{
    /// <summary>The value that holds how many positions each example has, or null where no operation asks for it.</summary>
    public int? Lengths { get; init; }

    /// <summary>How many positions an input has, 1 for a vector.</summary>
    public int Length => this[Input].Shape is { Vocabulary: > 0, Width: var tokens } ? tokens : this[Input].Shape!.Positions;

    public Node this[int value] => Nodes[value];
}

/// <summary>A value and the operation that makes it.</summary>
/// <param name="Operation">What is computed.</param>
/// <param name="Inputs">From which values.</param>
/// <param name="Layer">The index of its layer, or -1 for the network's input.</param>
/// <param name="Name">Its name in comments, such as <c>h3</c> or <c>dW3</c>.</param>
/// <param name="Shape">Its shape, once shapes have been inferred.</param>
internal sealed record Node(Operation Operation, EquatableArray<int> Inputs, int Layer, string Name, Shape? Shape = null);

/// <summary>A layer of the network as users look at it: a Linear and what is done to its result, up to the next.</summary>
/// <param name="Name">Its path, such as <c>layers.3</c>.</param>
/// <param name="Operation">What it computes, such as <c>x + ReLU(Linear(x))</c>.</param>
/// <param name="Input">The value that comes in.</param>
/// <param name="PreActivation">The result of its Linear.</param>
/// <param name="Activation">The result of its activation.</param>
/// <param name="Stream">The value that goes out.</param>
internal sealed record Layer(string Name, string Operation, int Input, int PreActivation, int Activation, int Stream);

/// <summary>A row of the layer table: an attribute, or one of its repetitions.</summary>
/// <param name="Name">Its path, such as <c>0.17</c>.</param>
/// <param name="Operation">What it computes, such as <c>x + FeedForward(x)</c>.</param>
/// <param name="Input">The value that comes in.</param>
/// <param name="Output">The value that goes out.</param>
/// <param name="FirstNode">Its first node.</param>
/// <param name="NodeCount">The number of its nodes.</param>
internal sealed record LayerRow(string Name, string Operation, int Input, int Output, int FirstNode, int NodeCount);
