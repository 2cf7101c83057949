namespace NetGen;

/// <summary>A layer of a network: a row of its layer table.</summary>
/// <param name="Name">Its name, such as <c>layers.3</c>.</param>
/// <param name="Operation">What it computes, such as <c>x + ReLU(Linear(x))</c>.</param>
/// <param name="InputWidth">The length of the vectors that come in.</param>
/// <param name="OutputWidth">The length of the vectors that go out.</param>
/// <param name="Parameters">The number of its parameters.</param>
/// <param name="Flops">Floating-point operations of its forward pass for one example; a multiply-add counts as two.</param>
public sealed record LayerInfo(string Name, string Operation, int InputWidth, int OutputWidth, long Parameters, long Flops)
{
    /// <summary>The size of its parameters in bytes, padding not counted.</summary>
    public long Bytes => Parameters * sizeof(float);
}
