using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>Numbers in rows, few enough for the first-level cache.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="Width">The length of each.</param>
public sealed record ElementRows(int Count, int Width) : IWork
{
    public int Elements => Count * Width;

    public override string ToString() => $"{Count} x {Width}";
}
