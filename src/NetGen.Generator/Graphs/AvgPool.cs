using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>The mean of each channel over every window, its share of the rim included.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal sealed record AvgPool(PoolWindow Window) : PoolOperation(Window)
{
    public override string Routine => "AvgPool.Apply";

    public override string Describe(IReadOnlyList<string> inputs) => $"the mean of each window of {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new AvgPoolGradient(Window), value, input, upstream);

    public override Units Propagate(SignalPropagation signals, Node node)
    {
        Units x = signals.Units(node.Inputs[0]);
        (WindowAxis rows, WindowAxis columns) = Axes;
        return x.MeanOver(PooledPixels.Of(rows, columns)).On(x.Relief.Pool(rows, columns));
    }
}

/// <summary>Its gradient, from <c>dy</c>: each pixel has its share of the windows that it is in.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal sealed record AvgPoolGradient(PoolWindow Window) : PoolGradientOperation(Window)
{
    public override string Routine => "AvgPool.Backpropagate";

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]}, shared by each window";

    // The gradients of windows that overlap are taken to be independent.
    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node)
    {
        if (signals.Gradient(node.Inputs[0]) is not { } upstream)
            return null;
        (WindowAxis rows, WindowAxis columns) = Axes;
        (Relief behind, double share, _) = upstream.Relief.Scatter(rows, columns);
        return upstream.Scaled(Math.Sqrt(share) / Window.Kernel).On(behind);
    }
}
