using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainImages;

/// <summary>How long steps and predictions of networks take, measured side by side.</summary>
/// <param name="Setup">The name of the set-up.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Losses">No number for each round.</param>
/// <param name="Rows">What was measured.</param>
internal sealed record ImageSpeedRun(string Setup, int Seed, IReadOnlyList<float> Losses, IReadOnlyList<SpeedRow> Rows)
    : TrainingRun(Setup, "all", Seed, Losses.Count, Losses);

/// <summary>How long a network takes for a batch.</summary>
/// <param name="Network">Its name.</param>
/// <param name="StepMicroseconds">A step of training: the least of all rounds, since what else runs on a machine only ever adds.</param>
/// <param name="PredictMicroseconds">A prediction, likewise.</param>
/// <param name="FoldedMicroseconds">A prediction of what it is folded to; null where it does not fold.</param>
internal sealed record SpeedRow(string Network, double StepMicroseconds, double PredictMicroseconds, double? FoldedMicroseconds);
