namespace NetGen.Experiments.Running;

/// <summary>An option that means nothing beside what else was chosen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">What it goes with, as a sentence goes on behind its name.</param>
internal sealed record IdleOption(string Name, string Place);
