namespace NetGen;

/// <summary>
/// A file on its way: its content stands under this name, beside its place, until it is whole. Only one save at a time writes it.
/// </summary>
internal sealed class UnfinishedFile : IDisposable
{
    /// <summary>What its name ends with. One that a killed process left has the same name, so the next save removes it.</summary>
    public const string Suffix = ".netgen-saving";

    private readonly FileStream stream;
    private bool isKept;

    private UnfinishedFile(string path, FileStream stream)
    {
        Path = path;
        this.stream = stream;
    }

    public string Path { get; }

    public static void RequireOtherName(string path)
    {
        if (path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"Expected a name that does not end with {Suffix}, which stands for files that are being saved, got {path}.", nameof(path));
        }
    }

    /// <summary>Begins an empty file.</summary>
    /// <param name="target">Where it will stand when it is whole.</param>
    /// <param name="mode">Who may use it on Unix, or null for what is usual.</param>
    public static UnfinishedFile Begin(string target, UnixFileMode? mode)
    {
        string path = ExclusiveFile.Beside(target, Suffix);
        return new UnfinishedFile(path, ExclusiveFile.Create(path, mode));
    }

    public void Fill(Action<Stream> write)
    {
        write(stream);
        // On the disk before it gets its name: a power cut must not leave the name with half of the bytes.
        stream.Flush(flushToDisk: true);
    }

    public void Rename(string target)
    {
        File.Move(Path, target, overwrite: true);
        Keep();
    }

    /// <summary>Takes the place of a file, with its owner, group and mode.</summary>
    /// <returns>Whether it could. If not, as where the file belongs to someone else or is mounted, nothing has changed.</returns>
    public bool TryTakePlaceOf(FileStream existing, string target)
    {
        try
        {
            if (OperatingSystem.IsLinux() && !FileOwner.TryCopy(existing.SafeFileHandle, stream.SafeFileHandle))
                return false;
            // After the owner, because a change of owner takes bits of the mode away.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(existing.SafeFileHandle));
            // Windows replaces no file that is open.
            existing.Dispose();
            Rename(target);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Leaves the file where it is.</summary>
    public void Keep() => isKept = true;

    public void Dispose()
    {
        if (isKept)
            stream.Dispose();
        else
            ExclusiveFile.Remove(Path, stream);
    }
}
