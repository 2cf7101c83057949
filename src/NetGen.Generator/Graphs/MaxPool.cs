using NetGen.Generator.Model;

namespace NetGen.Generator.Graphs;

/// <summary>The greatest number of each channel in every window. The places of the greatest numbers in their windows are kept.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal sealed record MaxPool(PoolWindow Window) : PoolOperation(Window)
{
    public override string Routine => "MaxPool.Apply";

    public override EquatableArray<string> KeptNames => EquatableArray.Of("index");

    public override Shape KeptShape(int index, Shape result) => result;

    public override string Describe(IReadOnlyList<string> inputs) => $"the greatest of each window of {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        int places = graph.Add(new Kept(this, 0), "i" + graph[value].Name, graph[value].Layer, value);
        return graph.AddGradient(new MaxPoolGradient(Window), value, input, upstream, places);
    }
}

/// <summary>Its gradient, from <c>dy</c> and the places of the greatest numbers: it goes to those.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal sealed record MaxPoolGradient(PoolWindow Window) : PoolGradientOperation(Window)
{
    public override string Routine => "MaxPool.Backpropagate";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "index");

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} at {inputs[1]}";
}
