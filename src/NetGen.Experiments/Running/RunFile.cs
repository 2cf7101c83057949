namespace NetGen.Experiments.Running;

/// <summary>A file of a run.</summary>
/// <param name="Folder">The folder of the run.</param>
/// <param name="Name">Its path in that folder, such as <c>results.json</c> or <c>figures/loss.svg</c>.</param>
internal readonly record struct RunFile(string Folder, string Name)
{
    public const string Manifest = "manifest.json";
    public const string Results = "results.json";
    public const string Page = "report.html";
    public const string Figures = "figures";

    private const FileAttributes Missing = (FileAttributes)(-1);
    private const FileAttributes Kind = FileAttributes.Directory | FileAttributes.ReparsePoint;

    public string Path => System.IO.Path.Join(Folder, Name);

    /// <summary>Whether anything has this name: a file, a folder, a link, though it may lead nowhere.</summary>
    public bool IsTaken => Attributes(Path) != Missing;

    /// <summary>Whether it is a folder, and not a link to one.</summary>
    public bool IsPlainFolder => IsTaken && (Attributes(Path) & Kind) == FileAttributes.Directory;

    /// <summary>Whether it is a file, and no link leads to it or from it: only such a file can be one that a run wrote.</summary>
    public bool IsPlain => IsTaken && (Attributes(Path) & Kind) == 0
        && (!Name.StartsWith(Figures + '/', StringComparison.Ordinal) || new RunFile(Folder, Figures).IsPlainFolder);

    /// <summary>Whether a run could write a file of this name: beside its manifest, or among its figures.</summary>
    public static bool IsPossible(string name)
    {
        string[] parts = name.Split('/');
        return (parts.Length == 1 || (parts.Length == 2 && parts[0] == Figures))
            && parts[^1] is not ("" or "." or "..") && parts[^1].IndexOfAny(['\\', ':', '\0']) < 0;
    }

    private static FileAttributes Attributes(string path) => new FileInfo(path).Attributes;
}
