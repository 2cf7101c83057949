namespace NetGen.Experiments.Running;

/// <summary>Shows how far trainings are. Called from several threads.</summary>
internal interface IProgressDisplay
{
    /// <summary>A training took steps.</summary>
    /// <param name="training">Which.</param>
    /// <param name="steps">How many since the last call.</param>
    /// <param name="last">The last of them.</param>
    void Advance(Training training, int steps, StepReport last);
}
