using NetGen.Data;

namespace NetGen.Experiments.Images;

/// <summary>How networks are trained: descent with momentum, at a rate that rises for a while and then falls to zero.</summary>
/// <param name="Epochs">How often every image is seen.</param>
/// <param name="Batch">Images of a step.</param>
/// <param name="LearningRate">The highest learning rate.</param>
/// <param name="Augment">Whether images are moved and mirrored at random.</param>
internal sealed record ImageRecipe(int Epochs, int Batch, float LearningRate, bool Augment)
{
    public const float Momentum = 0.9f;

    /// <summary>What shrinks weights in each step, in units of the learning rate.</summary>
    public const float WeightDecay = 5e-4f;

    /// <summary>By how many pixels images are moved at most.</summary>
    public const int Pad = 2;

    /// <summary>The share of the steps in which the rate rises.</summary>
    public const double WarmUp = 0.2;

    public Sgd Optimizer => new(LearningRate, Momentum, nesterov: true);

    public static IReadOnlyList<ParameterGroup> Groups { get; } = [new ParameterGroup("*.weight") { WeightDecay = WeightDecay }];

    public IReadOnlyList<Augmentation> Augmentations => Augment ? [new PadCrop(Pad), new HorizontalFlip()] : [];

    public int Steps(ImageTask task) => Epochs * (task.Training.Count / Batch);

    /// <summary>How the rate rises and falls over all steps.</summary>
    public static Schedule Rates(int steps)
    {
        int rising = Math.Max(1, (int)(WarmUp * steps));
        return Schedule.LinearWarmUp(rising, Schedule.Cosine(Math.Max(1, steps - rising)));
    }
}
