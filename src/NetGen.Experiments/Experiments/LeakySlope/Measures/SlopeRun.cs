using NetGen.Experiments.Running;

namespace NetGen.Experiments.LeakySlope;

/// <summary>A training of one of the networks.</summary>
/// <param name="Declared">The network.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="Epochs">How often every image was seen, or null where there are steps alone.</param>
/// <param name="UnseenLoss">The loss over what training never saw, after the last step.</param>
/// <param name="Accuracies">The share of test images that it names right, at the end of each epoch.</param>
/// <param name="Parameters">The number of parameters.</param>
/// <param name="StepMicroseconds">How long a step took, as a median.</param>
/// <param name="Layers">Its layers at the start, but for the last.</param>
internal sealed record SlopeRun(
    SlopeNetwork Declared,
    int Seed,
    IReadOnlyList<float> Losses,
    int? Epochs,
    double UnseenLoss,
    IReadOnlyList<double> Accuracies,
    long Parameters,
    double StepMicroseconds,
    IReadOnlyList<SlopeLayer> Layers)
    : TrainingRun(Declared.Task.Title, Declared.Label, Seed, Losses.Count, Losses)
{
    /// <summary>The mean loss of the last tenth of the steps.</summary>
    public double TrainLoss => Losses.TakeLast(Math.Max(1, Steps / 10)).Average();

    /// <summary>The share of test images that it names right after the last step.</summary>
    public double? TestAccuracy => Accuracies.Count > 0 ? Accuracies[^1] : null;

    /// <summary>How it stands in <c>results.json</c>.</summary>
    public object Row => new
    {
        Network, Data = Declared.Task.Name, Declared.Depth, Seed, Parameters, Epochs, Steps, TrainLoss, UnseenLoss, TestAccuracy,
        Accuracies, StepMicroseconds, Layers, Losses,
    };
}
