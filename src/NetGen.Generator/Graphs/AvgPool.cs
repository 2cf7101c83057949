namespace NetGen.Generator.Graphs;

/// <summary>The mean of each channel over every window, its share of the rim included.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal sealed record AvgPool(PoolWindow Window) : PoolOperation(Window)
{
    public override string Routine => "AvgPool.Apply";

    public override string Describe(IReadOnlyList<string> inputs) => $"the mean of each window of {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new AvgPoolGradient(Window), value, input, upstream);
}

/// <summary>Its gradient, from <c>dy</c>: each pixel has its share of the windows that it is in.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal sealed record AvgPoolGradient(PoolWindow Window) : PoolGradientOperation(Window)
{
    public override string Routine => "AvgPool.Backpropagate";

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]}, shared by each window";
}
