namespace NetGen.Data;

/// <summary>Memory for a batch, used again and again.</summary>
internal sealed class BatchBuffer(int images, int imageLength)
{
    public float[] Inputs { get; } = new float[(long)images * imageLength];

    public int[] Labels { get; } = new int[images];

    /// <summary>How many images it holds now.</summary>
    public int Count { get; set; }

    public ImageBatch Batch => new(Inputs.AsSpan(0, Count * imageLength), Labels.AsSpan(0, Count));
}
