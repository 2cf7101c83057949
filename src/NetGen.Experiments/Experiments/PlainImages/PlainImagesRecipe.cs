using NetGen.Data;
using NetGen.Experiments.Images;

namespace NetGen.Experiments.PlainImages;

/// <summary>How networks are trained and tested.</summary>
/// <param name="Epochs">How often every image is seen.</param>
/// <param name="Batch">Images of a step.</param>
/// <param name="LearningRate">Adam's highest learning rate.</param>
internal sealed record PlainImagesRecipe(int Epochs, int Batch, float LearningRate)
{
    /// <summary>The greatest norm of a gradient: longer ones are shortened to it.</summary>
    public const float LongestGradient = 1;

    public Adam Optimizer => new(LearningRate);

    public int Steps(ImageTask task) => Epochs * (task.Training.Count / Batch);

    /// <summary>Test images, as many as tell a difference of some per cent.</summary>
    public const int TestImages = 2000;
}
