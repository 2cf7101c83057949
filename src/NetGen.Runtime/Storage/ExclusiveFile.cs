using System.Text;

namespace NetGen;

/// <summary>
/// Files that one caller at a time has, of all processes. One that a killed process left is nobody's, and the next caller removes it.
/// </summary>
internal static class ExclusiveFile
{
    private const int LongestName = 255;

    // What an IOException has that names no error of the operating system.
    private static readonly int noError = new IOException().HResult;

    // On Unix, FileShare.None alone locks. On Windows, FileShare.Delete alone lets an open file be renamed and deleted; another caller is
    // locked out because it asks to write, and a reader because it asks to read.
    private static readonly FileShare exclusive = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <summary>The path beside a file for what has its name and a suffix; the end of a long name is cut.</summary>
    public static string Beside(string file, string suffix)
    {
        StringBuilder cut = new();
        int length = suffix.Length;
        foreach (Rune rune in Path.GetFileName(file).EnumerateRunes())
        {
            length += rune.Utf8SequenceLength;
            if (length > LongestName)
                break;

            cut.Append(rune);
        }

        return Path.Join(Path.GetDirectoryName(file), cut.Append(suffix).ToString());
    }

    /// <summary>Makes an empty file, to be deleted or renamed before it is closed.</summary>
    /// <param name="path">Where.</param>
    /// <param name="mode">Who may use it on Unix, or null for what is usual.</param>
    /// <exception cref="IOException">Somebody else has it, as <see cref="IsTaken"/> tells, or it cannot be made.</exception>
    public static FileStream Create(string path, UnixFileMode? mode = null)
    {
        RemoveLeftOver(path);
        // No buffer: what cannot be written fails in Write, not in Dispose.
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = exclusive, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        return new FileStream(path, options);
    }

    /// <summary>
    /// Deletes it while it is still locked: later the name could be another caller's. One that cannot be deleted is left to the next
    /// caller; an exception would hide why it is not wanted any more.
    /// </summary>
    public static void Remove(string path, FileStream stream)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
        finally
        {
            stream.Dispose();
        }
    }

    /// <summary>Whether a file could not be made because somebody else has it.</summary>
    public static bool IsTaken(string path, IOException exception) =>
        exception.GetType() == typeof(IOException) && exception.HResult != noError && File.Exists(path);

    private static void RemoveLeftOver(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
            throw InTheWay(path);

        try
        {
            using FileStream leftOver = new(path, FileMode.Open, FileAccess.ReadWrite, exclusive);
            if (!WholeFile.IsRegular(leftOver))
                throw InTheWay(path);

            File.Delete(path);
        }
        catch (FileNotFoundException)
        {
        }
    }

    private static IOException InTheWay(string path) =>
        new($"{path} is in the way: it is no regular file, so no program has left it there.");
}
