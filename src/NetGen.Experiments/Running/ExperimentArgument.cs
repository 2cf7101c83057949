namespace NetGen.Experiments.Running;

/// <summary>What has to stand behind an experiment's name on the command line, once or several times.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it decides.</param>
internal sealed record ExperimentArgument(string Name, string Description);
