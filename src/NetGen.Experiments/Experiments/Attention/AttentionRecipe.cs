using NetGen.Experiments.Images;

namespace NetGen.Experiments.Attention;

/// <summary>How networks are trained: AdamW, at a rate that rises for a while and then falls to zero.</summary>
/// <param name="Epochs">How often every image is seen.</param>
/// <param name="Steps">How many batches of text there are.</param>
/// <param name="Batch">Images, or windows of text, of a step.</param>
/// <param name="LearningRate">The highest learning rate.</param>
internal sealed record AttentionRecipe(int Epochs, int Steps, int Batch, float LearningRate)
{
    /// <summary>The longest that a gradient may be.</summary>
    public const float ClipNorm = 1;

    /// <summary>How boldly networks write.</summary>
    public const float Temperature = 0.8f;

    public const double WeightDecay = 0.01;

    /// <summary>The share of the steps in which the rate rises.</summary>
    public const double WarmUp = 0.1;

    /// <summary>How often in an epoch a few of the test images are looked at.</summary>
    public int Glances { get; init; } = Check.AnEpoch;

    /// <summary>How often in a training on text the text that is held out is looked at.</summary>
    public int Checks { get; init; } = 12;

    public AdamW Optimizer => new(LearningRate, weightDecay: WeightDecay);

    /// <summary>How the rate rises and falls over all steps.</summary>
    public static Schedule Rates(int steps)
    {
        int rising = Math.Max(1, (int)(WarmUp * steps));
        return Schedule.LinearWarmUp(rising, Schedule.Cosine(Math.Max(1, steps - rising)));
    }
}
