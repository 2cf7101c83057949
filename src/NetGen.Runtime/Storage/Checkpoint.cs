using System.Globalization;

namespace NetGen;

/// <summary>A training in a file: the parameters, what the optimizer remembers of each, its type, the number of steps, and notes.</summary>
internal static class Checkpoint
{
    private const string OptimizerNote = "optimizer";
    private const string StatesNote = "optimizer.states";
    private const string StepNote = "step";
    private const string SeedNote = "seed";

    public static void Save<TOptimizer>(
        string path, NetworkInfo network, ParameterSet parameters, ParameterUpdater<TOptimizer> optimizer, long step, int seed,
        SafetensorsFile? notes)
        where TOptimizer : struct, IOptimizer
    {
        SafetensorsFile file = NetworkFile.Of([.. parameters, .. optimizer.Remembered(network)]);
        file.Metadata[OptimizerNote] = Name<TOptimizer>();
        file.Metadata[StatesNote] = Text(optimizer.StateCount);
        file.Metadata[StepNote] = Text(step);
        if (IsRandom(network))
            file.Metadata[SeedNote] = Text(seed);
        NetworkFile.AddNotes(file, notes);
        file.Save(path);
    }

    /// <summary>Loads a training: all of it, or nothing if it throws.</summary>
    /// <returns>The number of steps it took, and the user's notes.</returns>
    public static (long Step, SafetensorsFile Notes) Load<TOptimizer>(
        string path, NetworkInfo network, ParameterSet parameters, ParameterUpdater<TOptimizer> optimizer, int seed)
        where TOptimizer : struct, IOptimizer
    {
        NetworkFile file = new(path, network.Name);
        RequireOptimizer(file, optimizer);
        if (!long.TryParse(file.Note(StepNote), NumberStyles.None, CultureInfo.InvariantCulture, out long step) || step == long.MaxValue)
            throw file.Bad($"expected the number of steps in the note \"{StepNote}\", got \"{file.Note(StepNote)}\"");

        if (IsRandom(network) && file.Note(SeedNote) != Text(seed))
            throw file.Bad(
                $"expected the training of a trainer with seed {Text(seed)}, as this one, got that of seed {file.Note(SeedNote)}");

        Parameter[] tensors = [.. parameters, .. optimizer.Remembered(network)];
        file.Require(tensors);
        file.CopyTo(tensors);
        return (step, file.Notes());
    }

    private static bool IsRandom(NetworkInfo network) => network.Memory.Training.IsRandom;

    private static void RequireOptimizer<TOptimizer>(NetworkFile file, ParameterUpdater<TOptimizer> optimizer)
        where TOptimizer : struct, IOptimizer
    {
        string expected = $"expected the training of {Name<TOptimizer>()} with StateCount {optimizer.StateCount}";
        if (file.Note(OptimizerNote) is not { } name || file.Note(StatesNote) is not { } states)
            throw file.Bad($"{expected}, got a file without optimizer");
        if (name != Name<TOptimizer>() || states != Text(optimizer.StateCount))
            throw file.Bad($"{expected}, got that of {name} with StateCount {states}");
    }

    private static string Name<TOptimizer>() => TypeName.WithArguments(typeof(TOptimizer));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
