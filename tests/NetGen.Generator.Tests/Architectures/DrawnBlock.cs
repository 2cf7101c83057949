namespace NetGen.Generator.Tests;

/// <summary>Layers one after the other: a block, or all of a network.</summary>
internal sealed record DrawnBlock(string Name, IReadOnlyList<DrawnLayer> Layers)
{
    /// <summary>The blocks in it, and those in them.</summary>
    public IEnumerable<DrawnBlock> Blocks =>
        Layers.SelectMany(static layer => layer.Blocks).SelectMany(static block => block.Blocks.Append(block)).Distinct();

    /// <summary>The shape that goes out where <paramref name="input"/> comes in, or null where the layers do not fit.</summary>
    public Shape? Follow(Shape input, Survey survey)
    {
        Shape? shape = input;
        foreach (DrawnLayer layer in Layers)
            shape = shape is null ? null : layer.Follow(shape, survey);
        return shape;
    }

    public Tensor Compute(DrawnParameters parameters, string prefix, Tensor x) =>
        Layers.Index().Aggregate(x, (example, layer) => layer.Item.Compute(parameters, $"{prefix}{layer.Index}", example));
}
