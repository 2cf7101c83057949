namespace NetGen.Data;

/// <summary>The folder where the files of a set should lie.</summary>
/// <param name="Set">What the set is called.</param>
/// <param name="Path">The folder.</param>
/// <param name="Source">A sentence that says how to get the files.</param>
internal sealed record DataFolder(string Set, string Path, string Source)
{
    private const string Compressed = ".gz";

    /// <summary>The folder of an archive, or the one that it was unpacked in.</summary>
    public static DataFolder Unpacked(string set, string path, string archiveFolder, string source)
    {
        string inner = System.IO.Path.Join(path, archiveFolder);
        return new DataFolder(set, Directory.Exists(inner) ? inner : path, source);
    }

    /// <summary>Where files lie, each with its name or with <c>.gz</c> behind it.</summary>
    /// <exception cref="FileNotFoundException">One is missing; the message names all that are.</exception>
    public string[] Find(params string[] names)
    {
        string?[] found = [.. names.Select(Find)];
        string[] missing = [.. names.Where((_, i) => found[i] is null)];
        if (missing.Length == 0)
            return found!;

        string got = !Directory.Exists(Path) ? "no such folder"
            : missing.Length == names.Length ? "none of them"
            : $"all but {string.Join(", ", missing)}";
        throw new FileNotFoundException(
            $"{Set}: expected in {Path} the files {string.Join(", ", names)}, as they are or with {Compressed} behind the name, got {got}. "
            + Source,
            System.IO.Path.Join(Path, missing[0]));
    }

    private string? Find(string name)
    {
        string path = System.IO.Path.Join(Path, name);
        return File.Exists(path) ? path : File.Exists(path + Compressed) ? path + Compressed : null;
    }
}
