namespace NetGen.Experiments.Running;

/// <summary>What every experiment can be told.</summary>
/// <param name="FirstSeed">The seed of the first run.</param>
/// <param name="Seeds">How many seeds, one after another.</param>
/// <param name="Steps">Steps of a training.</param>
/// <param name="Batch">Examples of a step.</param>
/// <param name="Folder">Where results go.</param>
/// <param name="Choices">The experiment's own options and what was chosen.</param>
internal sealed record Settings(int FirstSeed, int Seeds, int Steps, int Batch, string Folder, IReadOnlyDictionary<string, string> Choices);
