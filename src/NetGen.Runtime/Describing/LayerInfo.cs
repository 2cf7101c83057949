using System.Collections.Immutable;

namespace NetGen;

/// <summary>A layer of a network: a row of its layer table.</summary>
/// <param name="name">Its name, such as <c>layers.3</c>.</param>
/// <param name="operation">What it computes, such as <c>x + ReLU(Linear(x))</c>.</param>
/// <param name="inputWidth">The length of the vectors that come in.</param>
/// <param name="outputWidth">The length of the vectors that go out.</param>
/// <param name="parameters">The number of its parameters.</param>
/// <param name="flops">Floating-point operations of its forward pass for one example; a multiply-add counts as two.</param>
/// <param name="inputs">The layers that it reads.</param>
/// <param name="expected">What is expected of it at the declared start.</param>
/// <exception cref="ArgumentException">
/// A text is null or empty, a length is below 1, another number is negative, or the array of inputs is <c>default</c>.
/// </exception>
public sealed class LayerInfo(
    string name, string operation, int inputWidth, int outputWidth, long parameters, long flops, ImmutableArray<int> inputs, ExpectedSignal expected)
{
    /// <summary>Its name, such as <c>layers.3</c>.</summary>
    public string Name { get; } = InfoArguments.Text(name);

    /// <summary>What it computes, such as <c>x + ReLU(Linear(x))</c>.</summary>
    public string Operation { get; } = InfoArguments.Text(operation);

    /// <summary>The length of the vectors that come in.</summary>
    public int InputWidth { get; } = InfoArguments.AtLeast(1, inputWidth);

    /// <summary>The length of the vectors that go out.</summary>
    public int OutputWidth { get; } = InfoArguments.AtLeast(1, outputWidth);

    /// <summary>The number of its parameters.</summary>
    public long Parameters { get; } = InfoArguments.NotNegative(parameters);

    /// <summary>Floating-point operations of its forward pass for one example; a multiply-add counts as two.</summary>
    public long Flops { get; } = InfoArguments.NotNegative(flops);

    /// <summary>
    /// The layers whose results it reads, as indices of <see cref="NetworkInfo.Layers"/> in the order of use, each once; -1 stands for the network's input.
    /// A residual connection that skips layers is the second of two.
    /// </summary>
    public ImmutableArray<int> Inputs { get; } = InfoArguments.Array(inputs);

    /// <summary>What is expected of it at the declared start.</summary>
    public ExpectedSignal Expected { get; } = expected;

    /// <summary>The size of its parameters in bytes, padding not counted.</summary>
    public long Bytes => Parameters * sizeof(float);
}
