namespace NetGen.Data;

/// <summary>Some images and their labels, as a trainer takes them. They are there until the next batch is asked for.</summary>
public readonly ref struct ImageBatch
{
    internal ImageBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        Inputs = inputs;
        Labels = labels;
    }

    /// <summary>The number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>The normalised images, <c>[count, height, width, channels]</c>.</summary>
    public ReadOnlySpan<float> Inputs { get; }

    /// <summary>The class of each image.</summary>
    public ReadOnlySpan<int> Labels { get; }
}
