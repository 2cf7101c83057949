using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.PlainImages;

/// <summary>Where the layers of a network end, and what arrives there.</summary>
internal sealed class LayerEnds
{
    private readonly NetworkInfo info;
    private readonly float slope;

    /// <summary>The rows of the layer table at which layers of two convolutions end, and the stage of each, from 1.</summary>
    private readonly (int Row, int Stage)[] ends;

    /// <summary>The row in front of the first layer.</summary>
    private readonly int entry;

    /// <param name="info">The network.</param>
    /// <param name="declared">Its declaration.</param>
    /// <param name="slope">The slope of its rectifier below 0.</param>
    public LayerEnds(NetworkInfo info, ImageNetwork declared, float slope)
    {
        this.info = info;
        this.slope = slope;
        ends =
        [
            .. declared.LayerPaths.Select(layer => (
                info.Layers.Index().Last(row => row.Item.Name.StartsWith(layer.Path, StringComparison.Ordinal)).Index, layer.Stage + 1)),
        ];
        string first = declared.LayerPaths.First().Path;
        entry = info.Layers.Index().First(row => row.Item.Name.StartsWith(first, StringComparison.Ordinal)).Index - 1;
    }

    public int Count => ends.Length;

    /// <summary>The first layer, and the last one of each stage: numbers from 1.</summary>
    public IReadOnlyList<int> Chosen =>
        [.. Enumerable.Range(1, Count).Where(layer => layer == 1 || layer == Count || ends[layer].Stage != ends[layer - 1].Stage)];

    /// <summary>What the compiler expects of a layer at its end.</summary>
    public ExpectedSignal Expected(int layer) => info.Layers[ends[layer - 1].Row].Expected;

    /// <summary>What arrives at all ends.</summary>
    /// <param name="batch">What was seen of images.</param>
    /// <param name="images">How many there were.</param>
    public IReadOnlyList<LayerEnd> Measure(BatchCopy batch, int images) =>
    [
        .. ends.Select((end, index) =>
        {
            float[] sums = Sums(batch, end.Row);
            return LayerEnd.Of(
                index + 1, end.Stage, sums, Outputs(batch, end.Row, sums), batch.PreActivationGradients[end.Row], Channels(end.Row),
                images);
        }),
    ];

    /// <summary>What a layer hands on, for each image.</summary>
    public IEnumerable<float[]> Outputs(BatchCopy batch, int layer, int images)
    {
        int row = ends[layer - 1].Row;
        float[] all = Outputs(batch, row, Sums(batch, row));
        return all.Chunk(all.Length / images);
    }

    /// <summary>What comes into the first layer, for each image.</summary>
    public IEnumerable<float[]> Entry(BatchCopy batch, int images) => batch.Streams[entry].Chunk(batch.Streams[entry].Length / images);

    /// <summary>What the activation is applied to: what the row makes itself, and what it adds of rows before it.</summary>
    private float[] Sums(BatchCopy batch, int row)
    {
        float[] sums = [.. batch.PreActivations[row]];
        foreach (int other in info.Layers[row].Inputs.Skip(1))
        {
            for (int i = 0; i < sums.Length; i++)
                sums[i] += batch.Streams[other][i];
        }

        return sums;
    }

    /// <summary>Behind the last layer pixels are averaged in the same row, so that what the rectifier makes is not seen itself.</summary>
    private float[] Outputs(BatchCopy batch, int row, float[] sums)
    {
        if (batch.Streams[row].Length >= sums.Length)
            return batch.Streams[row];
        // The two halves of a CReLU side by side: in another order, which neither cosines nor readouts depend on, nor on signs.
        return HasBothHalves(row)
            ? [.. sums.SelectMany(static sum => (float[])[Math.Max(0, sum), Math.Max(0, -sum)])]
            : [.. sums.Select(sum => sum > 0 ? sum : slope * sum)];
    }

    private int Channels(int row) => info.Layers[row].OutputShape[^1] / (HasBothHalves(row) ? 2 : 1);

    private bool HasBothHalves(int row) => info.Layers[row].Operation.Contains("CReLU(", StringComparison.Ordinal);
}
