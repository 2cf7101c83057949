using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>The gradient that arrives at the first layer of networks which differ in nothing but their number of layers, before training.</summary>
/// <param name="Network">The name of the networks.</param>
/// <param name="Start">How their weights start.</param>
/// <param name="Points">One for each number of layers, from the fewest.</param>
internal sealed record DepthCurve(string Network, string Start, IReadOnlyList<DepthPoint> Points)
{
    /// <summary>The gradient of the first of so many layers.</summary>
    public SeedSpread At(int depth) => Points.Single(point => point.Depth == depth).First;
}

/// <summary>The gradient that arrives at the first of so many layers.</summary>
/// <param name="Depth">How many layers there are.</param>
/// <param name="Norms">The Frobenius norm of dL/dz of the first layer, seed by seed.</param>
/// <param name="Expected">What the compiler expects of it, given the norm at the last layer; not a number where none is measured there, or the weights start otherwise than declared.</param>
internal sealed record DepthPoint(int Depth, IReadOnlyList<double> Norms, double Expected)
{
    public SeedSpread First => SeedSpread.Of(Norms);
}
