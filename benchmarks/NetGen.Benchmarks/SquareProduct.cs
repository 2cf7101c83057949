using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A batch times a square weight, or one of the two products of its backward pass, which have the same size.</summary>
/// <param name="Rows">The rows of the batch.</param>
/// <param name="Width">Its columns.</param>
public sealed record SquareProduct(int Rows, int Width) : IWork
{
    public double Flops => 2.0 * Rows * Width * Width;

    public override string ToString() => $"{Rows} x {Width} x {Width}";
}
