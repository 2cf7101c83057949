using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>The gradient that arrives at the first layer of networks that differ only in their number of layers, before training.</summary>
/// <param name="Network">The name of the networks.</param>
/// <param name="Start">How their weights start.</param>
/// <param name="Points">One for each number of layers, from the fewest.</param>
internal sealed record DepthCurve(string Network, string Start, IReadOnlyList<DepthPoint> Points)
{
    /// <summary>The gradient of the first of so many layers.</summary>
    public SeedSpread At(int depth) => Points.Single(point => point.Depth == depth).First;
}
