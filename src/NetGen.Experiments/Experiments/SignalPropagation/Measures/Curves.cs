using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.SignalPropagation;

/// <summary>The numbers of all layers, from the first to the last: several times shorter in a file than layer by layer.</summary>
/// <param name="PreActivationStd">The standard deviation of <c>z</c>.</param>
/// <param name="StreamStd">The standard deviation of what a layer hands on.</param>
/// <param name="PositiveShare">The share of <c>z</c> that is above 0.</param>
/// <param name="Cosine">The mean cosine between what a layer hands on for two different inputs.</param>
/// <param name="GradientRatio">The norm of <c>dL/dz</c>, relative to the last layer's.</param>
internal sealed record Curves(
    IReadOnlyList<float> PreActivationStd,
    IReadOnlyList<float> StreamStd,
    IReadOnlyList<float> PositiveShare,
    IReadOnlyList<float> Cosine,
    IReadOnlyList<float> GradientRatio)
{
    public static Curves Of(IReadOnlyList<PropagationRow> layers)
    {
        return new Curves(
            Curve(static row => row.PreActivationStd),
            Curve(static row => row.StreamStd),
            Curve(static row => row.PositiveShare),
            Curve(static row => row.Cosine),
            Curve(static row => row.GradientRatio));

        float[] Curve(Func<PropagationRow, double> value) => [.. layers.Select(layer => (float)value(layer))];
    }
}
