namespace NetGen.Experiments.Running;

/// <summary>
/// Puts the files of a new run in the places of an earlier run's: these move aside, the manifest last, and the new ones move in, the
/// manifest first. So no file of a run ever stands in the folder that no manifest there lists, and a swap that was killed can be brought to
/// an end.
/// </summary>
/// <param name="folder">The folder of the runs.</param>
/// <param name="unfinished">Where the new files are, all of them and no others.</param>
internal sealed class Swap(string folder, string unfinished)
{
    private const string Aside = "earlier";

    private readonly Stack<(string From, string To)> moved = new();
    private readonly RunFile aside = new(unfinished, Aside);

    /// <summary>Swaps them. Where a file cannot be put in its place, all is as it was.</summary>
    /// <exception cref="IOException">One could not be put in its place: the message says which and why.</exception>
    public void Run(IReadOnlyList<string> names)
    {
        IReadOnlyList<RunFile> earlier = EarlierRun.In(folder).Files;
        try
        {
            Directory.CreateDirectory(aside.Path);
            foreach (RunFile file in earlier.OrderBy(static file => file.Name == RunFile.Manifest))
                Move(file, aside.Path);
            foreach (string name in names.OrderBy(static name => name != RunFile.Manifest))
                Move(new RunFile(unfinished, name), folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            while (moved.TryPop(out (string From, string To) move))
                File.Move(move.To, move.From);
            DeleteWithoutFiles(aside.Path);
            throw new IOException($"The files could not be put in their places: {exception.Message}", exception);
        }

        try
        {
            Directory.Delete(unfinished, recursive: true);
            if (earlier.Any(static file => file.Name.StartsWith(RunFile.Figures, StringComparison.Ordinal)))
                DeleteWithoutFiles(Path.Join(folder, RunFile.Figures));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Everything is in its place; the next run clears away the rest.
        }
    }

    /// <summary>
    /// Brings a swap to an end that was killed: forward where the new manifest is in its place, and back where it is not.
    /// </summary>
    /// <exception cref="IOException">A file could not be put in its place. It is still where it was.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be put in its place. It is still where it was.</exception>
    public void Settle()
    {
        if (!aside.IsPlainFolder)
            return;

        bool forward = new RunFile(folder, RunFile.Manifest).IsTaken && !new RunFile(unfinished, RunFile.Manifest).IsTaken;
        RunFile[] left = [.. FilesIn(forward ? unfinished : aside.Path).OrderBy(static file => file.Name != RunFile.Manifest)];
        foreach (RunFile file in left.Where(file => !new RunFile(folder, file.Name).IsTaken))
            Move(file, folder);
        if (forward)
            Directory.Delete(aside.Path, recursive: true);
        DeleteWithoutFiles(aside.Path);
        DeleteWithoutFiles(unfinished);
    }

    private static IEnumerable<RunFile> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => new RunFile(folder, Path.GetRelativePath(folder, path).Replace('\\', '/')))
        .Where(static file => RunFile.IsPossible(file.Name) && file.IsPlain);

    private static void DeleteWithoutFiles(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any())
            Directory.Delete(folder, recursive: true);
    }

    private void Move(RunFile file, string to)
    {
        string place = Path.Join(to, file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(file.Path, place);
        moved.Push((file.Path, place));
    }
}
