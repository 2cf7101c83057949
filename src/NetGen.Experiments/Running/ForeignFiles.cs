namespace NetGen.Experiments.Running;

/// <summary>Files in the folder of a run that no run wrote.</summary>
internal static class ForeignFiles
{
    private static readonly StringComparer comparer = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>Why a run may not write to a folder, or null: something stands in its way that no manifest lists.</summary>
    /// <param name="folder">The folder, which need not be there.</param>
    /// <param name="names">
    /// What the run will write, as paths in the folder; a path without an ending stands for files with any ending.
    /// </param>
    /// <exception cref="IOException">The folder cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be looked at.</exception>
    public static string? Objection(string folder, IEnumerable<string> names)
    {
        if (!Directory.Exists(folder))
            return null;

        EarlierRun earlier = EarlierRun.In(folder);
        if (earlier.Fault is not null)
            return Refusal(RunFile.Manifest, earlier.Fault);
        foreach (string name in (string[])[RunFile.Figures, RunFolder.Unfinished])
        {
            if (new RunFile(folder, name) is { IsTaken: true, IsPlainFolder: false })
                return Refusal(name, "is not a folder that a run made");
        }

        HashSet<string> own = [.. earlier.Files.Select(static file => file.Name)];
        HashSet<string> wanted = new(names, comparer);
        string? foreign = Names(folder).FirstOrDefault(
            name => !own.Contains(name) && (wanted.Contains(name) || wanted.Contains(name.Split('.')[0])));
        return foreign is null ? null : Refusal(foreign, "was written by no run");

        string Refusal(string name, string why) =>
            $"--out expects a folder of its own; '{Path.Join(folder, name)}' {why}. Move it away, or choose another folder.";
    }

    private static IEnumerable<string> Names(string folder)
    {
        string figures = Path.Join(folder, RunFile.Figures);
        IEnumerable<string> drawn = Directory.Exists(figures) ? Directory.EnumerateFileSystemEntries(figures) : [];
        return Directory.EnumerateFileSystemEntries(folder).Select(static entry => Path.GetFileName(entry))
            .Concat(drawn.Select(static entry => $"{RunFile.Figures}/{Path.GetFileName(entry)}"))
            .Order(StringComparer.Ordinal);
    }
}
