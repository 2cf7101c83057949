using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.PlainImages;

/// <summary>What a linear readout gets back of images behind a layer.</summary>
/// <param name="Layer">The layer, from 1, or the pass of a coder; 0 stands for what comes in.</param>
/// <param name="Share">The share of the variance of images that it reads correctly.</param>
/// <param name="Pictures">What it reads of chosen images.</param>
internal sealed record Remains(int Layer, double Share, [property: JsonIgnore] IReadOnlyList<double[]> Pictures)
{
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="features">What it hands on for every image of the gallery.</param>
    /// <param name="gallery">The images.</param>
    public static Remains Of(int layer, IReadOnlyList<float[]> features, Gallery gallery)
    {
        PictureReadout readout = new([.. features.Take(gallery.Fitted)], gallery.FittedImages);
        float[][] unseen = [.. features.Skip(gallery.Fitted)];
        return new Remains(
            layer,
            readout.Share(unseen, gallery.UnseenImages),
            [.. gallery.Shown.Select(index => readout.Read(unseen[index]))]);
    }
}
