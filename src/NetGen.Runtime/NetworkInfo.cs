using System.Collections.Immutable;

namespace NetGen;

/// <summary>What the compiler knows of a network.</summary>
/// <param name="Name">The name of the network's class.</param>
/// <param name="InputWidth">The length of an input vector.</param>
/// <param name="OutputWidth">The length of an output vector.</param>
/// <param name="Layers">Its layers, from the input to the output.</param>
/// <param name="Parameters">Its parameters, in the order in which they are used and initialised.</param>
/// <param name="Memory">The memory it works in.</param>
public sealed record NetworkInfo(
    string Name,
    int InputWidth,
    int OutputWidth,
    ImmutableArray<LayerInfo> Layers,
    ImmutableArray<ParameterInfo> Parameters,
    MemoryPlan Memory)
{
    /// <summary>The number of parameters, padding not counted.</summary>
    public long ParameterCount => Layers.Sum(static layer => layer.Parameters);

    /// <summary>Floating-point operations of a forward pass for one example; a multiply-add counts as two.</summary>
    public long Flops => Layers.Sum(static layer => layer.Flops);
}

/// <summary>A layer of a network: a row of its layer table.</summary>
/// <param name="Name">Its name, such as <c>layers.3</c>.</param>
/// <param name="Operation">What it computes, such as <c>x + ReLU(Linear(x))</c>.</param>
/// <param name="InputWidth">The length of the vectors that come in.</param>
/// <param name="OutputWidth">The length of the vectors that go out.</param>
/// <param name="Parameters">The number of its parameters.</param>
/// <param name="Flops">Floating-point operations of its forward pass for one example; a multiply-add counts as two.</param>
public sealed record LayerInfo(string Name, string Operation, int InputWidth, int OutputWidth, long Parameters, long Flops)
{
    /// <summary>The size of its parameters in bytes, padding not counted.</summary>
    public long Bytes => Parameters * sizeof(float);
}

/// <summary>A parameter of a network.</summary>
/// <param name="Name">Its name, such as <c>layers.3.linear.weight</c>.</param>
/// <param name="Layer">The index of its layer in <see cref="NetworkInfo.Layers"/>.</param>
/// <param name="Shape">Its shape: <c>[out, in]</c> for a weight, <c>[out]</c> for a bias.</param>
/// <param name="Offset">Where it starts in the parameter slab, in floats, a multiple of 16 (64 bytes).</param>
/// <param name="Init">How it starts, unless the constructor says otherwise.</param>
/// <param name="InitScale">The factor on its starting values, unless the constructor says otherwise.</param>
public sealed record ParameterInfo(string Name, int Layer, ImmutableArray<int> Shape, int Offset, Init Init, float InitScale)
{
    /// <summary>The number of its values, padding not counted.</summary>
    public int Count => Shape.Aggregate(1, static (product, dimension) => product * dimension);
}

/// <summary>The memory a network works in, in floats. Every buffer starts at a multiple of 64 bytes.</summary>
/// <param name="Parameters">The length of the parameter slab, and of the gradient slab.</param>
/// <param name="Scratch">The fixed part of the activation slab of a training step.</param>
/// <param name="TrainingPerRow">The rest of that slab, for each row of the batch.</param>
/// <param name="PredictionPerRow">The activations of a prediction, for each row: buffers are shared, so depth does not count.</param>
/// <param name="Training">Where input, output and its gradient lie in a training step; buffers follow the scratch.</param>
/// <param name="Prediction">Where input and output lie in a prediction.</param>
public sealed record MemoryPlan(
    int Parameters, int Scratch, int TrainingPerRow, int PredictionPerRow, TrainingBuffers Training, PredictionBuffers Prediction);

/// <summary>Where the ends of a training step lie: the buffer of <c>n</c> rows starts at <c>n</c> times the number, in floats, after the scratch.</summary>
/// <param name="Input">The input vectors.</param>
/// <param name="Output">The output vectors.</param>
/// <param name="OutputGradient">The gradient of the loss with respect to the output vectors.</param>
public readonly record struct TrainingBuffers(int Input, int Output, int OutputGradient);

/// <summary>Where the ends of a prediction lie: the buffer of <c>n</c> rows starts at <c>n</c> times the number, in floats.</summary>
/// <param name="Input">The input vectors.</param>
/// <param name="Output">The output vectors.</param>
public readonly record struct PredictionBuffers(int Input, int Output);
