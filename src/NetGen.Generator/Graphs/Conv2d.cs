using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>
/// The convolution of an image <c>[H, W, in]</c> with a weight <c>[out, in, k, k]</c>: a pixel of the result is the sum over the taps of
/// the window around it, each a pixel times the tap's matrix.
/// </summary>
internal sealed record Conv2d(ConvolutionWindow Window) : ConvolutionOperation(Window)
{
    public override string Notation() => $"{nameof(Conv2d)} kernel={Numbers.Literal(Window.Kernel)} "
        + $"stride={Numbers.Literal(Window.Stride)} before={Numbers.Literal(Window.Before)}";

    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        Shape weight = inputs[1];
        bool isKernel = !weight.Batched && weight.Dimensions.Count == 4
            && weight.Dimensions[2] == Window.Kernel && weight.Dimensions[3] == Window.Kernel;
        if (!isKernel)
            throw new ShapeException($"A convolution with {Window} takes a weight of its kernel, and got {weight}.");
        RequireInput(inputs[0], weight.Dimensions[1]);
        return Shape.Example(Window.OutHeight, Window.OutWidth, weight.Dimensions[0]);
    }

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => FlopsWith(inputs[1]);

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) => input == 0
        ? graph.AddGradient(new Conv2dInputGradient(Window), value, input, upstream, graph[value].Inputs[1])
        : graph.AddGradient(new Conv2dWeightGradient(Window), value, input, upstream, graph[value].Inputs[0]);

    public override ProductCall? Product(Node node) =>
        Call(new Linear(HasBias: false), new Convolution(HasBias: false), node.Inputs[0]) with
        {
            Weights = EquatableArray.Of(node.Inputs[1]),
        };

    public override Units Propagate(SignalPropagation signals, Node node) => signals.Parameter(node.Inputs[1]).Convolve(
        signals, signals.Units(node.Inputs[0]), signals.ProductsWith(node.Inputs[1]), Window);
}

/// <summary>The gradient of a convolution's image, from <c>dy</c> and the weight: what every tap took of a pixel comes back.</summary>
internal sealed record Conv2dInputGradient(ConvolutionWindow Window) : ConvolutionOperation(Window)
{
    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        RequireOutput(inputs[0], inputs[1].Dimensions[0]);
        return Shape.Example(Window.Height, Window.Width, inputs[1].Dimensions[1]);
    }

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => FlopsWith(inputs[1]);

    public override ProductCall? Product(Node node) =>
        Call(new InputGradient(), new ConvolutionInputGradient(), node.Inputs[0]) with { Weights = EquatableArray.Of(node.Inputs[1]) };

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0]) is { } upstream
            ? signals.Parameter(node.Inputs[1]).ConvolveTransposed(upstream, signals.ProductsWith(node.Inputs[1]), Window)
            : null;
}

/// <summary>The gradient of a convolution's weight, from <c>dy</c> and the image: a sum over all pixels of the batch.</summary>
internal sealed record Conv2dWeightGradient(ConvolutionWindow Window) : ConvolutionOperation(Window)
{
    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        RequireOutput(inputs[0], inputs[0].Width);
        RequireInput(inputs[1], inputs[1].Width);
        return Shape.Of(inputs[0].Width, inputs[1].Width, Window.Kernel, Window.Kernel);
    }

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => FlopsWith(result);

    public override ProductCall? Product(Node node)
    {
        WeightGradient ofRows = new(HasBias: false, Shared: false);
        ConvolutionWeightGradient ofWindows = new(HasBias: false, Shared: false);
        return Call(ofRows, ofWindows, node.Inputs[1]) with { Operands = EquatableArray.Of<Operand>(node.Inputs[0]) };
    }
}

/// <summary>What a convolution and its gradients have in common.</summary>
/// <param name="Window">Where the kernel stands on the image.</param>
internal abstract record ConvolutionOperation(ConvolutionWindow Window) : Operation
{
    public override bool IsCausal => Window.IsPixel;

    /// <summary>A multiply-add for each weight at each pixel that goes out; those with zeros around the image count.</summary>
    protected long FlopsWith(Shape weight) => 2 * Window.OutPositions * weight.Count;

    /// <summary>The image that a convolution takes.</summary>
    protected void RequireInput(Shape shape, int channels) => Require(shape, Window.Height, Window.Width, channels);

    /// <summary>The image that it makes.</summary>
    protected void RequireOutput(Shape shape, int channels) => Require(shape, Window.OutHeight, Window.OutWidth, channels);

    /// <summary>The product of rows where every pixel stands alone, else the one with a window.</summary>
    protected ProductCall Call(Product ofRows, Product ofWindows, int source) =>
        Window.IsPixel ? new(ofRows, source) : new(ofWindows, source) { Window = Window };

    private void Require(Shape shape, int height, int width, int channels)
    {
        if (shape != Shape.Example(height, width, channels))
            throw new ShapeException($"A convolution with {Window} takes images [n, {height}, {width}, {channels}], and got {shape}.");
    }
}
