using System.Collections.Immutable;

namespace NetGen.Onnx.Writing;

/// <summary>
/// A value in the model. It arises in one layout and is brought into another where an operator asks for that, once for all that do.
/// </summary>
internal sealed class Value
{
    private readonly Dictionary<Layout, string> names = [];

    public Value(ImmutableArray<int> shape, string name, Layout layout)
    {
        Shape = shape;
        Own = Meant(layout);
        names.Add(Own, name);
    }

    /// <summary>Its shape as NetGen has it, without the batch.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The layout that it arose in.</summary>
    public Layout Own { get; }

    public int Width => Shape[^1];

    public int Positions => Shape[..^1].Aggregate(1, static (product, side) => product * side);

    /// <summary>The layout that two values of one shape are joined in: one that both are there in, or that of the first.</summary>
    public static Layout Joint(Value first, Value second) =>
        first.names.Keys.FirstOrDefault(second.names.ContainsKey, first.Own);

    /// <summary>Its dimensions in a layout; the batch is 0, as <c>Reshape</c> has what it leaves.</summary>
    public static long[] Dimensions(ImmutableArray<int> shape, Layout layout) => layout switch
    {
        Layout.ChannelsLast => [0, .. shape],
        Layout.ChannelsFirst => [0, shape[^1], .. shape[..^1]],
        Layout.Rows => [0, shape[..^1].Aggregate(1, static (product, side) => product * side), shape[^1]],
        _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, "Expected a layout."),
    };

    /// <summary>Its name in a layout.</summary>
    public string In(Layout layout, GraphWriter graph)
    {
        layout = Meant(layout);
        if (names.TryGetValue(layout, out string? name))
            return name;
        int rank = Shape.Length;
        name = layout switch
        {
            Layout.ChannelsFirst => graph.Transpose(In(Layout.ChannelsLast, graph), [0, rank, .. Range(1, rank - 1)]),
            Layout.Rows => graph.Reshape(In(Layout.ChannelsLast, graph), Dimensions(Shape, Layout.Rows)),
            _ when names.TryGetValue(Layout.ChannelsFirst, out string? first) => graph.Transpose(first, [0, .. Range(2, rank - 1), 1]),
            _ => graph.Reshape(names[Layout.Rows], Dimensions(Shape, Layout.ChannelsLast)),
        };
        names.Add(layout, name);
        return name;
    }

    private static IEnumerable<long> Range(int first, int count) => Enumerable.Range(first, count).Select(static axis => (long)axis);

    // A vector has one layout, and the positions of a sequence are rows.
    private Layout Meant(Layout layout) => (Shape.Length, layout) switch
    {
        (1, _) or (2, Layout.Rows) => Layout.ChannelsLast,
        _ => layout,
    };
}
