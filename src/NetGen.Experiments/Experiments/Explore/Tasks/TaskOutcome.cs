using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Explore;

/// <summary>What came of a training.</summary>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="UnseenLoss">The loss over examples that training never saw, after the last step.</param>
/// <param name="Accuracy">The share of them that is named right, where there are classes.</param>
/// <param name="Start">The layers before the first step, on examples of the task and with the gradient of its loss.</param>
/// <param name="End">The same after the last step.</param>
internal sealed record TaskOutcome(
    IReadOnlyList<float> Losses, double UnseenLoss, double? Accuracy, IReadOnlyList<PropagationRow> Start,
    IReadOnlyList<PropagationRow> End);
