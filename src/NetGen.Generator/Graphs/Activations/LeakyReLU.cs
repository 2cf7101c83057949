using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary><c>LeakyReLU(z) = z</c> where positive, else <c>a z</c>.</summary>
/// <param name="Slope">The slope <c>a</c>.</param>
internal sealed record LeakyReLU(float Slope = LeakyReLU.DefaultSlope) : PiecewiseLinear("LeakyReLU", "LeakyReLU", Below: Slope, Above: 1f)
{
    public const float DefaultSlope = 0.01f;

    public override string Notation() => $"{nameof(LeakyReLU)} slope={Numbers.Shortest(Slope)}";

    public override string KernelName => Slope == DefaultSlope
        ? base.KernelName
        : base.KernelName + Numbers.Shortest(Slope).Replace("-", "m").Replace("+", "").Replace('.', '_');
}
