using NetGen.Experiments.Images;

namespace NetGen.Experiments.Attention;

/// <summary>A training on images.</summary>
/// <param name="Epochs">How many of all test images it names right, at the end of each epoch.</param>
/// <param name="Glances">How many of the first of them, some times an epoch.</param>
/// <param name="Maps">Where heads look at on some test images, after training.</param>
internal sealed record VisionRun(
    string Setup,
    string Network,
    int Seed,
    int Steps,
    IReadOnlyList<float> Losses,
    [property: JsonPropertyOrder(1)] IReadOnlyList<Check> Epochs,
    [property: JsonPropertyOrder(1)] IReadOnlyList<Check> Glances,
    Look Start,
    Look End,
    [property: JsonIgnore] IReadOnlyList<AttendedImage> Maps)
    : TransformerRun(Setup, Network, Seed, Steps, Losses, Start, End)
{
    /// <summary>The share of all test images that it names right after the last step.</summary>
    public double Accuracy => Epochs[^1].Accuracy;
}
