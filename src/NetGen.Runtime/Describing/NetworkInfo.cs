using System.Collections.Immutable;

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
    public string Name { get; } = name;

    /// <summary>The length of an input vector.</summary>
    public int InputWidth { get; } = inputWidth;

    /// <summary>The length of an output vector.</summary>
    public int OutputWidth { get; } = outputWidth;

    /// <summary>The mean that the elements of input vectors are declared to have. <see cref="LayerInfo.Expected"/> holds for such inputs.</summary>
    public float InputMean { get; } = inputMean;

    /// <summary>The standard deviation that the elements of input vectors are declared to have. <see cref="LayerInfo.Expected"/> holds for such inputs.</summary>
    public float InputStandardDeviation { get; } = inputStandardDeviation;

    /// <summary>Its layers, from the input to the output.</summary>
    public ImmutableArray<LayerInfo> Layers { get; } = layers;

    /// <summary>Its parameters, in the order in which they are used and initialised.</summary>
    public ImmutableArray<ParameterInfo> Parameters { get; } = parameters;

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
}
