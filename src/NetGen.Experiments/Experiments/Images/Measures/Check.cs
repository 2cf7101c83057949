namespace NetGen.Experiments.Images;

/// <summary>How much a network gets right in the course of its training.</summary>
/// <param name="Epoch">When: after so many epochs.</param>
/// <param name="Accuracy">The share of test images that it names right.</param>
internal readonly record struct Check(double Epoch, double Accuracy)
{
    /// <summary>How often in an epoch a few of the test images are looked at.</summary>
    public const int AnEpoch = 10;
}
