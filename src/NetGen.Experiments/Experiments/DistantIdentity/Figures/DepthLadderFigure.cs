using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>The gradient that arrives at the first layer before training, against the number of layers.</summary>
internal static class DepthLadderFigure
{
    public static Figure FirstGradient(IReadOnlyList<DepthCurve> curves)
    {
        DepthCurve[] declared = [.. curves.Where(static curve => curve.Start == DepthLadder.Scaled)];
        IReadOnlyList<DepthPoint> points = curves[0].Points;
        Axis depth = new("number of layers", Scale.Log) { Ticks = [.. points.Select(static point => (double)point.Depth)] };
        return new Figure(
            "depth",
            $"From {points[0].Depth} to {points[^1].Depth} layers, the first layer's gradient multiplies by "
                + FigureTitles.Each(
                    declared.Select(static curve => (curve.Network, curve.Points[^1].First.Median / curve.Points[0].First.Median))),
            $"Frobenius norm of dL/dz of the first layer over {DepthLadder.Vectors} vectors, {DepthLadder.Scaled} and as Kaiming has them. "
                + "Theory gives its ratio to that of the last layer, whose norm is measured. Single precision knows no number below 1e-45."
                + (points[0].Norms.Count > 1 ? $" Lines: median of {points[0].Norms.Count} seeds; bands: the middle half." : " One seed."),
            Columns: 2,
            [
                .. curves.GroupBy(static curve => curve.Start).Select(start =>
                    new Chart(start.Key, depth, new Axis("norm of dL/dz of layer 1", Scale.Log), [.. start.Select(Line)], [])),
            ])
        {
            Subtitle = "Gradient that arrives at the first layer, by number of layers",
        };
    }

    private static Series Line(DepthCurve curve) => new(
        curve.Network,
        curve.Network == PlainMLP.Info.Name ? Ink.Vermillion : Ink.Blue,
        [.. curve.Points.Select(static point => Point.Over(point.Depth, point.Norms))])
    {
        Dashed = curve.Network == PlainMLP.Info.Name,
        Marked = true,
        Predicted =
        [
            .. curve.Points.Where(static point => !double.IsNaN(point.Expected))
                .Select(static point => Point.At(point.Depth, point.Expected)),
        ],
    };
}
