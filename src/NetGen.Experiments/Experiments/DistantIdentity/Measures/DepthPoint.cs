using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>The gradient that arrives at the first of so many layers.</summary>
/// <param name="Depth">How many layers there are.</param>
/// <param name="Norms">The Frobenius norm of dL/dz of the first layer, seed by seed.</param>
/// <param name="Expected">
/// What the compiler expects of the norm, given the norm at the last layer; not a number where that is zero, or the weights do not start as
/// declared.
/// </param>
internal sealed record DepthPoint(int Depth, IReadOnlyList<double> Norms, double Expected)
{
    public SeedSpread First => SeedSpread.Of(Norms);
}
