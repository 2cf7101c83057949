using System.Collections.Immutable;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>What the compiler knows of a network.</summary>
public sealed class NetworkInfo
{
    /// <exception cref="ArgumentException">
    /// The name is null or empty, a shape has no dimension or one below 1, there are no layers, an array is <c>default</c> or holds null, a
    /// layer reads one that does not come before it, a parameter has the name of another one, belongs to no layer or does not lie within
    /// the memory, or a number is not finite.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="memory"/> is null.</exception>
    internal NetworkInfo(
        string name,
        ImmutableArray<int> inputShape,
        ImmutableArray<int> outputShape,
        ImmutableArray<LayerInfo> layers,
        ImmutableArray<ParameterInfo> parameters,
        MemoryPlan memory,
        float inputMean = 0f,
        float inputStandardDeviation = 1f,
        ImmutableArray<ParameterInfo> states = default,
        int? vocabulary = null)
    {
        Name = InfoArguments.Text(name);
        InputShape = InfoArguments.Shape(inputShape);
        OutputShape = InfoArguments.Shape(outputShape);
        InputMean = InfoArguments.Finite(inputMean);
        InputStandardDeviation = InfoArguments.Finite(inputStandardDeviation);
        Layers = Checked(layers);
        HashSet<string> names = [];
        Parameters = Checked(parameters, layers.Length, memory, names);
        States = Checked(states.IsDefault ? [] : states, layers.Length, memory, names);
        Memory = memory;
        (InputWidth, OutputWidth) = (inputShape[^1], outputShape[^1]);
        (InputLength, OutputLength) = (Product(inputShape), Product(outputShape));
        Vocabulary = vocabulary;
        InputPositions = vocabulary is null ? InputLength / InputWidth : InputLength;
        OutputPositions = OutputLength / OutputWidth;
        LeastBatch = States.Any(state => Product(layers[state.Layer].InputShape) == layers[state.Layer].InputWidth) ? 2 : 1;
        ParameterCount = layers.Sum(static layer => layer.Parameters);
        Flops = layers.Sum(static layer => layer.Flops);
    }

    /// <summary>The name of the network's class.</summary>
    public string Name { get; }

    /// <summary>
    /// The shape of an input: <c>[D]</c> for a vector, <c>[H, W, C]</c> for an image, <c>[T, D]</c> for a sequence, <c>[T]</c> for one of
    /// tokens.
    /// </summary>
    public ImmutableArray<int> InputShape { get; }

    /// <summary>
    /// For a network of tokens, how many different ones there are: an input is <c>[T]</c> numbers from 0 to below it. Null where inputs are
    /// numbers to calculate with.
    /// </summary>
    public int? Vocabulary { get; }

    /// <summary>The shape of an output.</summary>
    public ImmutableArray<int> OutputShape { get; }

    /// <summary>
    /// The last dimension of <see cref="InputShape"/>: the length of a vector, the channels of an image, the length of a token.
    /// </summary>
    public int InputWidth { get; }

    /// <summary>The last dimension of <see cref="OutputShape"/>.</summary>
    public int OutputWidth { get; }

    /// <summary>How many numbers an input has: the product of <see cref="InputShape"/>.</summary>
    public int InputLength { get; }

    /// <summary>How many numbers an output has: the product of <see cref="OutputShape"/>.</summary>
    public int OutputLength { get; }

    /// <summary>How many vectors of <see cref="InputWidth"/> an input has: its pixels or tokens, 1 for a vector.</summary>
    internal int InputPositions { get; }

    /// <summary>Whether an input is a sequence, which may be shorter than others.</summary>
    internal bool TakesSequences => Vocabulary is not null || InputShape.Length == 2;

    /// <summary>How many vectors of <see cref="OutputWidth"/> an output has.</summary>
    internal int OutputPositions { get; }

    /// <summary>
    /// The mean that the elements of inputs are declared to have. <see cref="LayerInfo.Expected"/> holds for such inputs.
    /// </summary>
    public float InputMean { get; }

    /// <summary>
    /// The standard deviation that the elements of inputs are declared to have. <see cref="LayerInfo.Expected"/> holds for such inputs.
    /// </summary>
    public float InputStandardDeviation { get; }

    /// <summary>Its layers, from the input to the output.</summary>
    public ImmutableArray<LayerInfo> Layers { get; }

    /// <summary>Its parameters, in the order in which they are used and initialised.</summary>
    public ImmutableArray<ParameterInfo> Parameters { get; }

    /// <summary>
    /// Its state, such as running means of batch norms: named, saved and loaded as parameters are, but written by the forward pass of
    /// training steps alone.
    /// </summary>
    public ImmutableArray<ParameterInfo> States { get; }

    /// <summary>The memory it works in.</summary>
    public MemoryPlan Memory { get; }

    /// <summary>The fewest examples that a training step takes: a channel that is normalized has to have more than one value.</summary>
    internal int LeastBatch { get; }

    /// <summary>The number of parameters, padding not counted.</summary>
    public long ParameterCount { get; }

    /// <summary>Floating-point operations of a forward pass for one example; a multiply-add counts as two.</summary>
    public long Flops { get; }

    /// <summary>
    /// The layer table: shapes, parameters, FLOPs and bytes of every layer, where pieces that are repeated share their rows, and the memory
    /// that training and prediction take. <c>Console.WriteLine(MyNetwork.Info)</c> prints it.
    /// </summary>
    /// <returns>Lines of text.</returns>
    public string Summary() => LayerSummary.Of(this);

    /// <summary>What the compiler expects of every layer at the declared start, as <see cref="LayerInfo.Expected"/> has it.</summary>
    /// <returns>Lines of text, the first of which names the columns.</returns>
    public string SignalTable() => SignalSummary.Of(this);

    /// <summary>The layer table, <see cref="Summary"/>.</summary>
    public override string ToString() => Summary();

    /// <summary>
    /// The graph of its layers as a Mermaid flowchart, which Markdown shows where it knows Mermaid. Equal pieces in a row are drawn once.
    /// </summary>
    /// <returns>Lines that begin with <c>flowchart</c>.</returns>
    public string ToMermaid() => new MermaidDrawing(this).Draw();

    /// <summary>
    /// The graph of its layers in the DOT language of Graphviz: <c>dot -Tsvg</c> makes a picture of it. Equal pieces in a row are drawn
    /// once.
    /// </summary>
    /// <returns>Lines that begin with <c>digraph</c>.</returns>
    public string ToDot() => new DotDrawing(this).Draw();

    private static int Product(ImmutableArray<int> shape) => shape.Aggregate(1, static (product, dimension) => product * dimension);

    private static ImmutableArray<LayerInfo> Checked(ImmutableArray<LayerInfo> layers)
    {
        InfoArguments.Array(layers);
        if (layers.IsEmpty)
            throw new ArgumentException("Expected at least one layer, got none.", nameof(layers));

        for (int layer = 0; layer < layers.Length; layer++)
        {
            foreach (int input in layers[layer].Inputs)
            {
                if (input < -1 || input >= layer)
                {
                    throw Wrong(
                        layers[layer].Name, $"expected inputs from -1 to {layer - 1}, layers before it, got {input}", nameof(layers));
                }
            }
        }

        return layers;
    }

    private static ImmutableArray<ParameterInfo> Checked(
        ImmutableArray<ParameterInfo> parameters, int layers, MemoryPlan memory, HashSet<string> names)
    {
        InfoArguments.Array(parameters);
        ArgumentNullException.ThrowIfNull(memory);
        foreach (ParameterInfo parameter in parameters)
        {
            if (!names.Add(parameter.Name))
                throw Wrong(parameter.Name, "expected a name that no other parameter has", nameof(parameters));
            if (parameter.Layer >= layers)
                throw Wrong(parameter.Name, $"expected one of {layers} layers, got {parameter.Layer}", nameof(parameters));
            if (parameter.Offset > memory.Parameters - Layout.Length(parameter.Shape.AsSpan()))
            {
                throw Wrong(
                    parameter.Name,
                    $"expected a place within {memory.Parameters} floats, got one at {parameter.Offset}",
                    nameof(parameters));
            }
        }

        return parameters;
    }

    private static ArgumentException Wrong(string name, string what, string argument) => new($"{name}: {what}.", argument);
}
