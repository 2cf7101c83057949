using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.PlainImages;

/// <summary>What arrives at the end of a layer of two convolutions, <c>h' = f(v)</c>, over images and pixels.</summary>
/// <param name="Layer">Its number, from 1.</param>
/// <param name="Stage">Its stage, from 1.</param>
/// <param name="Survival">The share of <c>v</c> that is positive, and so survives a ReLU.</param>
/// <param name="Bound">The mean over channels of the least share that their mean and variance allow.</param>
/// <param name="Violations">The channels whose own share is below what their own mean and variance allow.</param>
/// <param name="Dead">The share of channels without a positive <c>v</c> anywhere.</param>
/// <param name="Cosine">The mean cosine of the angle between what two different images become.</param>
/// <param name="Rank">In how many directions images differ: at most one less than there are images.</param>
/// <param name="Gradient">The norm of the gradient that arrives, <c>dL/dv</c>.</param>
internal sealed record LayerEnd(
    int Layer, int Stage, double Survival, double Bound, int Violations, double Dead, double Cosine, double Rank, double Gradient)
{
    /// <param name="layer">The layer's number, from 1.</param>
    /// <param name="stage">Its stage, from 1.</param>
    /// <param name="sums"><c>v</c>, image by image and pixel by pixel.</param>
    /// <param name="outputs">What it hands on.</param>
    /// <param name="gradients"><c>dL/dv</c>.</param>
    /// <param name="channels">The channels of <c>v</c>.</param>
    /// <param name="images">How many images there are.</param>
    public static LayerEnd Of(int layer, int stage, float[] sums, float[] outputs, float[] gradients, int channels, int images)
    {
        Responses[] units = Responses.OfNeurons(sums, channels);
        return new LayerEnd(
            layer,
            stage,
            units.Average(static unit => unit.Survival),
            units.Average(static unit => unit.Bound),
            units.Count(static unit => unit.ViolatesBound),
            units.Average(static unit => unit.Survival == 0 ? 1 : 0),
            InputSimilarity.MeanCosine(outputs, outputs.Length / images),
            InputSimilarity.EffectiveRank(outputs, outputs.Length / images),
            Math.Sqrt(gradients.Sum(static gradient => (double)gradient * gradient)));
    }
}
