using System.Collections.Immutable;
using NetGen.Onnx.Reading;

namespace NetGen.Onnx.Writing;

/// <summary>A computation that is about to be written, and all that an operator needs for that.</summary>
internal sealed class Call(Computation computation, PredictionGraph prediction, GraphWriter graph, Dictionary<string, Value> values)
{
    // The computations that become one operator.
    private readonly List<Computation> written = [computation];

    public Computation Computation => computation;

    public GraphWriter Graph => graph;

    /// <summary>The shape of the result.</summary>
    public ImmutableArray<int> Shape => written[^1].Shape;

    /// <summary>How many operands there are.</summary>
    public int Operands => computation.Operands.Length;

    /// <summary>An operand that is a value.</summary>
    public Value this[int operand] => values[computation.Operands[operand]];

    /// <summary>The name of an operand in a layout.</summary>
    public string In(int operand, Layout layout) => this[operand].In(layout, graph);

    /// <summary>The name of an operand that is a parameter.</summary>
    public string Parameter(int operand) => graph.Parameter(computation.Operands[operand]);

    /// <summary>The computation of an operand.</summary>
    public Computation Source(int operand) => prediction[computation.Operands[operand]];

    /// <summary>
    /// A vector of a number for each channel as it joins values in a layout: behind each number of <c>[C, H, W]</c> come others.
    /// </summary>
    public string Vector(string name, Layout layout)
    {
        int rank = Shape.Length;
        return rank > 1 && layout == Layout.ChannelsFirst
            ? graph.OfParameter($"{name} {rank}", () => graph.Unsqueeze(name, rank == 2 ? [1] : [1, 2]))
            : name;
    }

    /// <summary>
    /// The vector of parameters that the result goes to next, and nowhere else, with an operation: that is part of what is written then.
    /// </summary>
    /// <returns>The name of the parameter, or null.</returns>
    public string? Absorb(string operation)
    {
        Computation last = written[^1];
        if (prediction.OnlyUserOf(last) is not { } user || user.Operation != operation || user.Operands[0] != last.Name
            || graph.CountOf(user.Operands[1]) != user.Shape[^1])
            return null;
        written.Add(user);
        return graph.Parameter(user.Operands[1]);
    }

    /// <summary>Says under which name, and in which layout, the result is there.</summary>
    public void Return(string name, Layout layout)
    {
        Value value = new(Shape, name, layout);
        foreach (Computation computation in written)
            values.Add(computation.Name, value);
    }

    /// <summary>An operator that computes every element from that of its first operand alone.</summary>
    public void Map(Func<string, string> result)
    {
        Layout layout = this[0].Own;
        Return(result(In(0, layout)), layout);
    }

    /// <summary>The dimension that channels are.</summary>
    public static long ChannelAxis(Layout layout) => layout == Layout.ChannelsFirst ? 1 : -1;
}
