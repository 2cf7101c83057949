using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>Attention of a few sequences, or its gradient, which has twice as many products.</summary>
/// <param name="Positions">The length of a sequence.</param>
/// <param name="Width">The length of a query, of all heads together.</param>
/// <param name="Heads">How many heads.</param>
/// <param name="Causal">Whether a position attends to none behind it.</param>
/// <param name="Backwards">Whether it is the gradient.</param>
public sealed record AttentionCase(int Positions, int Width, int Heads, bool Causal, bool Backwards) : IWork
{
    /// <summary>As many as stay in a second-level cache.</summary>
    public const int Sequences = 4;

    private int Pairs => Positions * (Causal ? Positions + 1 : 2 * Positions) / 2;

    public double Flops => Sequences * (Backwards ? 2 : 1) * ForwardProducts.OfAttention(Pairs, Width);

    public override string ToString() =>
        $"{Positions} x {Width}, {Heads} heads{(Causal ? ", causal" : "")}{(Backwards ? ", backwards" : "")}";
}
