namespace NetGen.Generator.Tests;

/// <summary>Layers one after the other: a block, or all of a network.</summary>
internal sealed record DrawnBlock(string Name, IReadOnlyList<DrawnLayer> Layers)
{
    /// <summary>The blocks in it, and those in them.</summary>
    public IEnumerable<DrawnBlock> Blocks =>
        Layers.SelectMany(static layer => layer.Blocks).SelectMany(static block => block.Blocks.Append(block)).Distinct();

    /// <summary>The length that goes out where <paramref name="inputs"/> come in, or null where the layers do not fit.</summary>
    public int? Follow(int inputs, Survey survey)
    {
        int? width = inputs;
        foreach (DrawnLayer layer in Layers)
            width = width is int length ? layer.Follow(length, survey) : null;
        return width;
    }

    public double[] Compute(DrawnParameters parameters, string prefix, double[] x) =>
        Layers.Index().Aggregate(x, (vector, layer) => layer.Item.Compute(parameters, $"{prefix}{layer.Index}", vector));
}
