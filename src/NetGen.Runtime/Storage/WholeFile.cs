using Microsoft.Win32.SafeHandles;

namespace NetGen;

/// <summary>
/// A file that is whole or not there: it is written under another name beside its place, and then renamed. Links are followed. What is
/// no regular file, such as a device or a pipe, cannot be replaced, and is written to.
/// </summary>
internal static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Where it will lie, as the user named it.</param>
    /// <param name="write">Writes the content, the same at every call.</param>
    /// <exception cref="IOException">It cannot be written. The message begins with the path.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        UnfinishedFile.RequireOtherName(path);
        try
        {
            WriteFollowing(Path.GetFullPath(path), write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path}: expected a file that can be written: {exception.Message}", exception)
            {
                HResult = exception.HResult,
            };
        }
    }

    private static void WriteFollowing(string path, Action<Stream> write)
    {
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
            throw new IOException("This is a folder.");

        using FileStream? existing = Open(path);
        string target = FinalTarget.Of(path);
        if (existing is null)
            Create(target, write);
        // Links such as /dev/stdout say where they lead in words that are no path.
        else if (IsRegular(existing) && File.Exists(target))
            Replace(target, existing, write);
        else
            write(existing);
    }

    /// <summary>Tells a regular file from a device and a pipe.</summary>
    public static bool IsRegular(FileStream file)
    {
        if (OperatingSystem.IsLinux() && FileStatus.Of(file.SafeFileHandle) is { } status)
            return status.IsRegular;
        if (!file.CanSeek)
            return false;
        if (file.Length > 0)
            return true;

        try
        {
            // No device and no pipe has a length that could be set.
            file.SetLength(0);
            return true;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static FileStream? Open(string path)
    {
        using SafeFileHandle? read = OperatingSystem.IsLinux() && NamedPipe.IsAt(path) ? NamedPipe.OpenWhenRead(path) : null;
        try
        {
            // No buffer: what cannot be written fails in Write, not in Dispose.
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Create(string target, Action<Stream> write)
    {
        string folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder {folder}.");

        using UnfinishedFile unfinished = UnfinishedFile.Begin(target, mode: null);
        unfinished.Fill(write);
        unfinished.Rename(target);
    }

    private static void Replace(string target, FileStream existing, Action<Stream> write)
    {
        // Until it has the owner and mode of the old file, nobody else may read the new one.
        using UnfinishedFile unfinished = UnfinishedFile.Begin(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        unfinished.Fill(write);
        if (!unfinished.TryTakePlaceOf(existing, target))
            Overwrite(target, unfinished, write);
    }

    /// <summary>
    /// Writes into a file that has to stay the file it is. The new content is safe in the unfinished file until this has succeeded.
    /// </summary>
    private static void Overwrite(string target, UnfinishedFile unfinished, Action<Stream> write)
    {
        using FileStream file = new(target, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            write(file);
            file.SetLength(file.Position);
            file.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            unfinished.Keep();
            throw new IOException($"It is damaged now, but all of the new content is in {unfinished.Path}: {exception.Message}", exception);
        }
    }
}
