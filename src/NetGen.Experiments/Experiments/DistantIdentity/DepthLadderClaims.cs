using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>What is claimed of depth, and what the ladder of depths shows.</summary>
internal static class DepthLadderClaims
{
    public static IEnumerable<Finding> Of(IReadOnlyList<DepthCurve> curves)
    {
        DepthCurve plain = Curve(curves, PlainMLP.Info.Name, DepthLadder.Scaled);
        DepthCurve residual = Curve(curves, ResMLP.Info.Name, DepthLadder.Scaled);
        DepthCurve rawPlain = Curve(curves, PlainMLP.Info.Name, DepthLadder.Raw);
        DepthCurve rawResidual = Curve(curves, ResMLP.Info.Name, DepthLadder.Raw);
        int fewest = plain.Points[0].Depth;
        int middle = PlainMLP.Info.Layers.Length;
        int most = plain.Points[^1].Depth;

        yield return Decide(
            "\"In a deep network, these backward-flowing gradients get multiplied by small numbers at every layer\"; "
                + "a residual connection is an \"express lane\".",
            Ratio(plain) < 1e-10 && Ratio(residual) > 0.01,
            $"Before training, with weights scaled by 1/√depth, the norm of dL/dz of the first of {fewest}, {middle} and {most} layers "
                + $"is {Three(plain)} in PlainMLP, {Three(residual)} in ResMLP"
                + (Ratio(residual) > 10 ? ", where it grows: what ReLU adds is never negative, and adds up." : "."),
            "");
        yield return Decide(
            "Depth makes the first layer's gradient small, however weights start.",
            Ratio(rawPlain) < 1e-3,
            $"With weights as Kaiming has them it is {Three(rawPlain)} in PlainMLP for {fewest}, {middle} and {most} layers, "
                + $"and {Three(rawResidual)} in ResMLP.",
            "Kaiming's factor makes up for what ReLU takes. It is the scale 1/√depth, made for residual networks, that starves a plain "
                + "one; without it the residual network explodes.");

        string Three(DepthCurve curve) => $"{curve.At(fewest)}, {curve.At(middle)} and {curve.At(most)}";
    }

    private static DepthCurve Curve(IReadOnlyList<DepthCurve> curves, string network, string start) =>
        curves.Single(curve => curve.Network == network && curve.Start == start);

    /// <summary>The first layer's gradient in the deepest network, over the same in the shallowest.</summary>
    private static double Ratio(DepthCurve curve) => curve.Points[^1].First.Median / curve.Points[0].First.Median;

    private static Finding Decide(string claim, bool holds, string measured, string refutation) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, holds ? measured : $"{measured} {refutation}".TrimEnd())
        {
            Figure = "depth",
        };
}
