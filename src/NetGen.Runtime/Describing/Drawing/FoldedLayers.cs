using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// The layers of a network as they are drawn: what stands several times in a row is drawn once. A repetition reads only the end of the one
/// before, and no layer outside reads what is inside, so that one of them stands for all.
/// </summary>
internal sealed class FoldedLayers
{
    private readonly ImmutableArray<LayerInfo> layers;
    private readonly int[] lastReaders;
    private readonly int[] drawn;

    public FoldedLayers(ImmutableArray<LayerInfo> layers)
    {
        this.layers = layers;
        drawn = [.. Enumerable.Range(0, layers.Length)];
        lastReaders = new int[layers.Length];
        for (int layer = 0; layer < layers.Length; layer++)
        {
            foreach (int input in layers[layer].Inputs.Where(static input => input >= 0))
                lastReaders[input] = layer;
        }

        Items = Fold(0, layers.Length, toLast: 0);
    }

    /// <summary>What is drawn, from the input to the output.</summary>
    public IReadOnlyList<FoldedItem> Items { get; }

    /// <summary>The edges between what is drawn; -1 stands for the network's input.</summary>
    public IEnumerable<(int From, int To)> Lines =>
        from layer in Enumerable.Range(0, layers.Length)
        where drawn[layer] == layer
        from input in layers[layer].Inputs
        select (DrawnFor(input), layer);

    /// <summary>The layer that is drawn where this one lies.</summary>
    public int DrawnFor(int layer) => layer < 0 ? layer : drawn[layer];

    /// <param name="start">The first layer.</param>
    /// <param name="end">The layer behind the last.</param>
    /// <param name="toLast">How far behind each of them its last repetition lies.</param>
    private List<FoldedItem> Fold(int start, int end, int toLast)
    {
        List<FoldedItem> items = [];
        while (start < end)
        {
            (int length, int count) = LongestRepetition(start, end);
            if (count == 1)
            {
                items.Add(new FoldedItem.Layer(start, start + toLast));
                start++;
                continue;
            }

            items.Add(new FoldedItem.Repetition(count, Fold(start, start + length, toLast + (count - 1) * length)));
            int behind = start + count * length;
            for (int copy = start + length; copy < behind; copy++)
                drawn[copy] = drawn[copy - length];
            start = behind;
        }

        return items;
    }

    /// <summary>
    /// The repetition that starts at a layer and covers the most, by the shortest piece; one layer, once, where there is none.
    /// </summary>
    private (int Length, int Count) LongestRepetition(int start, int end)
    {
        (int Length, int Count) best = (1, 1);
        for (int length = 1; 2 * length <= end - start && layers[start + length - 1].Inputs.All(input => input >= start - 1); length++)
        {
            int equal = 0;
            while (start + length + equal < end && AreEqual(start + equal, start + length + equal))
                equal++;
            int count = 1 + equal / length;
            while (count > 1 && IsReadInside(start, start + count * length))
                count--;
            if (count > 1 && count * length > best.Count * best.Length)
                best = (length, count);
        }

        return best;
    }

    private bool AreEqual(int first, int second)
    {
        LayerInfo a = layers[first];
        LayerInfo b = layers[second];
        return (a.Operation, a.Parameters, a.Flops) == (b.Operation, b.Parameters, b.Flops)
            && a.InputShape.SequenceEqual(b.InputShape) && a.OutputShape.SequenceEqual(b.OutputShape)
            && a.Inputs.Select(input => first - input).SequenceEqual(b.Inputs.Select(input => second - input));
    }

    /// <summary>Whether a later layer reads another than the last of these.</summary>
    private bool IsReadInside(int start, int end) => lastReaders.AsSpan(start, end - 1 - start).ContainsAnyInRange(end, int.MaxValue);
}
