using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>The greatest number of each channel in every window. The places of the greatest numbers in their windows are kept.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal sealed record MaxPool(PoolWindow Window) : PoolOperation(Window)
{
    // The work grows with their square, and pools one behind the other multiply them.
    private const int MostPlaces = 25;

    public override string Routine => "MaxPool.Apply";

    public override EquatableArray<string> KeptNames => EquatableArray.Of("index");

    public override Shape KeptShape(int index, Shape result) => result;

    public override string Describe(IReadOnlyList<string> inputs) => $"the greatest of each window of {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        int places = graph.Add(new Kept(this, 0), "i" + graph[value].Name, graph[value].Layer, value);
        return graph.AddGradient(new MaxPoolGradient(Window), value, input, upstream, places);
    }

    // No formula holds: a unit is drawn at the pixels of a window.
    public override Units? Propagate(SignalPropagation signals, Node node)
    {
        Units x = signals.Units(node.Inputs[0]);
        if (x.Moments.Variance == 0)
            return x;
        (WindowAxis rows, WindowAxis columns) = Axes;
        return Drawn(x) is int count ? new GreatestOfUnits(x, count).On(x.Relief.Pool(rows, columns)) : null;
    }

    public override Units? PropagateKept(SignalPropagation signals, Node node, int index)
    {
        Units x = signals.Units(node.Inputs[0]);
        return Drawn(x) is int count ? new GreatestMask(x, count) : null;
    }

    /// <summary>How many pixels of a value there are to draw: those of the average window, or null where that is too many.</summary>
    private int? Drawn(Units x)
    {
        (WindowAxis rows, WindowAxis columns) = Axes;
        double pixels = Math.Round(rows.Pixels * columns.Pixels);
        return pixels * x.Places <= MostPlaces ? (int)pixels : null;
    }
}

/// <summary>Its gradient, from <c>dy</c> and the places of the greatest numbers: it goes to those.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal sealed record MaxPoolGradient(PoolWindow Window) : PoolGradientOperation(Window)
{
    public override string Routine => "MaxPool.Backpropagate";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "index");

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} at {inputs[1]}";

    // Each window hands its gradient to one pixel: the squares of all add up to the same, if those of neighbours are independent.
    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node)
    {
        if (signals.Gradient(node.Inputs[0]) is not { } upstream)
            return null;
        (WindowAxis rows, WindowAxis columns) = Axes;
        Units mask = signals.Units(node.Inputs[1]);
        double windows = (double)rows.Places / rows.Side * columns.Places / columns.Side;
        return upstream.Scaled(Math.Sqrt(windows / mask.Moments.Square)).Times(mask)
            .On(upstream.Relief.Scatter(rows, columns).Behind);
    }
}
