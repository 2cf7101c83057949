namespace NetGen.Experiments.Measuring;

/// <summary>Tensors of every layer for one batch, copied out of a pass, row by row.</summary>
internal sealed class BatchCopy(int layers)
{
    /// <summary>The result of each layer's Linear.</summary>
    public float[][] PreActivations { get; } = new float[layers][];

    /// <summary>What each layer hands on.</summary>
    public float[][] Streams { get; } = new float[layers][];

    /// <summary>The gradient of the loss with respect to each layer's <c>z</c>.</summary>
    public float[][] PreActivationGradients { get; } = new float[layers][];
}
