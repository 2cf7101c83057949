using System.Collections.Immutable;

namespace NetGen;

/// <summary>A layer of a network: a row of its layer table.</summary>
public sealed class LayerInfo
{
    /// <exception cref="ArgumentException">
    /// A text is null or empty, a shape has no dimension or one below 1, another number is negative, or the array of inputs is
    /// <c>default</c>.
    /// </exception>
    internal LayerInfo(
        string name, string operation, ImmutableArray<int> inputShape, ImmutableArray<int> outputShape, long parameters, long flops,
        ImmutableArray<int> inputs)
    {
        Name = InfoArguments.Text(name);
        Operation = InfoArguments.Text(operation);
        InputShape = InfoArguments.Shape(inputShape);
        OutputShape = InfoArguments.Shape(outputShape);
        Parameters = InfoArguments.NotNegative(parameters);
        Flops = InfoArguments.NotNegative(flops);
        Inputs = InfoArguments.Array(inputs);
    }

    /// <summary>Its name, such as <c>layers.3</c>.</summary>
    public string Name { get; }

    /// <summary>What it computes, such as <c>x + ReLU(Linear(x))</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// The shape of what comes in, for one example: <c>[D]</c> for a vector, <c>[H, W, C]</c> for an image, <c>[T, D]</c> for a sequence.
    /// </summary>
    public ImmutableArray<int> InputShape { get; }

    /// <summary>The shape of what goes out, for one example.</summary>
    public ImmutableArray<int> OutputShape { get; }

    /// <summary>
    /// The last dimension of <see cref="InputShape"/>: the length of a vector, the channels of an image, the length of a token.
    /// </summary>
    public int InputWidth => InputShape[^1];

    /// <summary>The last dimension of <see cref="OutputShape"/>.</summary>
    public int OutputWidth => OutputShape[^1];

    /// <summary>The number of its parameters.</summary>
    public long Parameters { get; }

    /// <summary>Floating-point operations of its forward pass for one example; a multiply-add counts as two.</summary>
    public long Flops { get; }

    /// <summary>
    /// The layers whose results it reads, as indices of <see cref="NetworkInfo.Layers"/> in the order of use, each once; -1 stands for the
    /// network's input. A residual connection that skips layers is the second of two.
    /// </summary>
    public ImmutableArray<int> Inputs { get; }

    /// <summary>
    /// What it computes in a prediction, a line for each value, as <see cref="CompilerServices.NetworkDescription.Compute"/> has it; empty
    /// where it does nothing but train.
    /// </summary>
    internal string Prediction { get; set; } = "";

    /// <summary>What is expected of it at the declared start.</summary>
    public ExpectedSignal Expected { get; internal set; }

    /// <summary>The size of its parameters in bytes, padding not counted.</summary>
    public long Bytes => Parameters * sizeof(float);
}
