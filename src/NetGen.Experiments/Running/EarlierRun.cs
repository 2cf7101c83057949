using System.Text.Json;

namespace NetGen.Experiments.Running;

/// <summary>What a run left in its folder: the files that its manifest lists. Whatever else stands there is someone else's.</summary>
/// <param name="Files">Its files that are still there. What has become a link or a folder is not what it wrote, and is left out.</param>
/// <param name="IsFinished">Whether all that it planned was finished.</param>
/// <param name="Fault">Why the manifest that stands there is not taken for one, or null.</param>
internal sealed record EarlierRun(IReadOnlyList<RunFile> Files, bool IsFinished, string? Fault)
{
    private const long LongestManifest = 1 << 20;

    /// <summary>Reads the manifest in a folder, if there is one.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static EarlierRun In(string folder)
    {
        RunFile manifest = new(folder, RunFile.Manifest);
        if (!manifest.IsTaken)
            return new EarlierRun([], IsFinished: false, Fault: null);

        // What has no length may be a pipe or a device, which to read might never end.
        if (!manifest.IsPlain || new FileInfo(manifest.Path).Length is 0 or > LongestManifest
            || Parse(File.ReadAllText(manifest.Path)) is not { Experiment: not null, Command: not null } head)
        {
            return Faulty("is not the manifest of a run");
        }

        if (head.Files is null)
            return Faulty("does not list the files of its run: an earlier version wrote it");
        if (head.Files.Select(static name => name ?? "").FirstOrDefault(static name => !RunFile.IsPossible(name)) is { } other)
            return Faulty($"lists '{Visible(other)}', which no run writes");

        IEnumerable<RunFile> files = head.Files.Distinct().Select(name => new RunFile(folder, name!));
        return new EarlierRun(
            [.. files.Where(static file => file.IsPlain)], head.FinishedRuns is { } finished && finished == head.PlannedRuns, Fault: null);
    }

    private static EarlierRun Faulty(string fault) => new([], IsFinished: false, fault);

    private static string Visible(string text) => string.Concat(text.Select(static letter => char.IsControl(letter) ? '?' : letter));

    private static Head? Parse(string text)
    {
        try
        {
            return Json.Read<Head>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Head(string? Experiment, string? Command, int? PlannedRuns, int? FinishedRuns, IReadOnlyList<string?>? Files);
}
