using System.Numerics.Tensors;

namespace NetGen.Experiments.Attention;

/// <summary>What the heads of a layer look at, example by example.</summary>
internal sealed class HeadWeights
{
    private readonly float[] weights;

    /// <param name="weights"><c>[examples, heads, positions, positions]</c>.</param>
    public HeadWeights(in ReadOnlyTensorSpan<float> weights)
    {
        (Examples, Heads, Positions) = ((int)weights.Lengths[0], (int)weights.Lengths[1], (int)weights.Lengths[2]);
        this.weights = new TensorRows(weights).ToArray();
    }

    public int Examples { get; }

    public int Heads { get; }

    public int Positions { get; }

    /// <summary>How a query spreads its look over all keys.</summary>
    public ReadOnlySpan<float> Row(int example, int head, int query) =>
        weights.AsSpan(((example * Heads + head) * Positions + query) * Positions, Positions);

    /// <summary>What each key gets of a head's looks, over all queries; together 1.</summary>
    public double[] Received(int example, int head)
    {
        double[] received = new double[Positions];
        for (int query = 0; query < Positions; query++)
        {
            ReadOnlySpan<float> row = Row(example, head, query);
            for (int key = 0; key < Positions; key++)
                received[key] += row[key] / Positions;
        }

        return received;
    }

    /// <summary>The same of all heads.</summary>
    public double[] Received(int example)
    {
        double[][] all = [.. Enumerable.Range(0, Heads).Select(head => Received(example, head))];
        return [.. Enumerable.Range(0, Positions).Select(key => all.Average(received => received[key]))];
    }
}
