using System.Collections.Immutable;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>What the compiler knows of a network.</summary>
/// <param name="name">The name of the network's class.</param>
/// <param name="inputWidth">The length of an input vector.</param>
/// <param name="outputWidth">The length of an output vector.</param>
/// <param name="layers">Its layers, from the input to the output.</param>
/// <param name="parameters">Its parameters, in the order in which they are used and initialised.</param>
/// <param name="memory">The memory it works in.</param>
/// <param name="inputMean">The mean of its inputs, as declared.</param>
/// <param name="inputStandardDeviation">The standard deviation of its inputs, as declared.</param>
/// <exception cref="ArgumentException">
/// The name is null or empty, a width is below 1, there are no layers, an array is <c>default</c> or holds null, a layer reads one that
/// does not come before it, a parameter has the name of another one, belongs to no layer or does not lie within the memory, or a number
/// is not finite.
/// </exception>
/// <exception cref="ArgumentNullException"><paramref name="memory"/> is null.</exception>
public sealed class NetworkInfo(
    string name,
    int inputWidth,
    int outputWidth,
    ImmutableArray<LayerInfo> layers,
    ImmutableArray<ParameterInfo> parameters,
    MemoryPlan memory,
    float inputMean = 0f,
    float inputStandardDeviation = 1f)
{
    /// <summary>The name of the network's class.</summary>
    public string Name { get; } = InfoArguments.Text(name);

    /// <summary>The length of an input vector.</summary>
    public int InputWidth { get; } = InfoArguments.AtLeast(1, inputWidth);

    /// <summary>The length of an output vector.</summary>
    public int OutputWidth { get; } = InfoArguments.AtLeast(1, outputWidth);

    /// <summary>The mean that the elements of input vectors are declared to have. <see cref="LayerInfo.Expected"/> holds for such inputs.</summary>
    public float InputMean { get; } = InfoArguments.Finite(inputMean);

    /// <summary>The standard deviation that the elements of input vectors are declared to have. <see cref="LayerInfo.Expected"/> holds for such inputs.</summary>
    public float InputStandardDeviation { get; } = InfoArguments.Finite(inputStandardDeviation);

    /// <summary>Its layers, from the input to the output.</summary>
    public ImmutableArray<LayerInfo> Layers { get; } = Checked(layers);

    /// <summary>Its parameters, in the order in which they are used and initialised.</summary>
    public ImmutableArray<ParameterInfo> Parameters { get; } = Checked(parameters, layers.Length, memory);

    /// <summary>The memory it works in.</summary>
    public MemoryPlan Memory { get; } = memory;

    /// <summary>The number of parameters, padding not counted.</summary>
    public long ParameterCount { get; } = layers.Sum(static layer => layer.Parameters);

    /// <summary>Floating-point operations of a forward pass for one example; a multiply-add counts as two.</summary>
    public long Flops { get; } = layers.Sum(static layer => layer.Flops);

    /// <summary>The graph of its layers as a Mermaid flowchart, which Markdown shows where it knows Mermaid. Equal pieces in a row are drawn once.</summary>
    /// <returns>Lines that begin with <c>flowchart</c>.</returns>
    public string ToMermaid() => new MermaidDrawing(this).Draw();

    /// <summary>The graph of its layers in the DOT language of Graphviz: <c>dot -Tsvg</c> makes a picture of it. Equal pieces in a row are drawn once.</summary>
    /// <returns>Lines that begin with <c>digraph</c>.</returns>
    public string ToDot() => new DotDrawing(this).Draw();

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

    private static ImmutableArray<ParameterInfo> Checked(ImmutableArray<ParameterInfo> parameters, int layers, MemoryPlan memory)
    {
        InfoArguments.Array(parameters);
        ArgumentNullException.ThrowIfNull(memory);
        HashSet<string> names = [];
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
