using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.DistantIdentity;

/// <summary>The gradient of the first layer against the number of layers, before training.</summary>
public sealed class DepthLadderTests
{
    private static readonly IReadOnlyList<DepthCurve> curves =
        [.. DepthLadder.Measure(new Settings(FirstSeed: 0, Seeds: 1, Steps: 1, Batch: 1, Folder: "", new Dictionary<string, string>()))];

    [Fact]
    public void Curves_go_from_2_to_100_layers() =>
        Assert.All(curves, static curve => Assert.Equal([2, 5, 10, 20, 50, 100], curve.Points.Select(static point => point.Depth)));

    // Each layer takes 1/√depth of it: down to where single precision ends.
    [Fact]
    public void Gradient_of_the_plain_network_with_scaled_weights_falls_to_nothing()
    {
        DepthCurve curve = Of("PlainMLP", DepthLadder.Scaled);
        int[] depths = [2, 5, 10, 20];
        Assert.All(depths, depth => Assert.InRange(curve.At(depth).Median / Math.Pow(depth, -(depth - 1) / 2.0), 1e-3, 0.3));
        Assert.Equal(0, curve.At(100).Median);
    }

    [Theory]
    [InlineData("ResMLP", DepthLadder.Scaled, 1, 1e6)]
    [InlineData("PlainMLP", DepthLadder.Raw, 1e-3, 10)]
    [InlineData("ResMLP", DepthLadder.Raw, 1e12, double.PositiveInfinity)]
    public void Of_the_others_none_does(string network, string start, double least, double most) =>
        Assert.InRange(Of(network, start).At(100).Median / Of(network, start).At(2).Median, least, most);

    [Fact]
    public void Theory_knows_the_declared_start_and_no_other()
    {
        Assert.All(
            Of("PlainMLP", DepthLadder.Scaled).Points.Take(4), static point => Assert.InRange(point.Expected / point.First.Median, 0.2, 5));
        Assert.All(
            curves.Where(static curve => curve.Start == DepthLadder.Raw).SelectMany(static curve => curve.Points),
            static point => Assert.True(double.IsNaN(point.Expected)));
    }

    private static DepthCurve Of(string network, string start) => curves.Single(curve => curve.Network == network && curve.Start == start);
}
