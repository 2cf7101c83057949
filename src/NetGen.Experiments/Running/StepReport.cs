namespace NetGen.Experiments.Running;

/// <summary>What a training tells of a step.</summary>
/// <param name="Step">The number of the step, from 1.</param>
/// <param name="Loss">The loss of its batch, before its update; not a number where nothing is trained.</param>
/// <param name="Gradient">The norm of the gradient that the experiment watches, where it watches one.</param>
/// <param name="Accuracy">The share of unseen examples that was last named right, where there are classes.</param>
internal readonly record struct StepReport(int Step, float Loss, double? Gradient = null, double? Accuracy = null);
