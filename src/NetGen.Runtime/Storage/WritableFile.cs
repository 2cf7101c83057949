namespace NetGen;

/// <summary>Opens files and makes folders to write to; what stands in the way is an <see cref="IOException"/> that names it.</summary>
internal static class WritableFile
{
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Open(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException exception)
        {
            string got = Directory.Exists(path) ? "a folder" : "one that this process may not write";
            throw new IOException($"{path}: expected a file that can be written, got {got}.", exception);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new DirectoryNotFoundException($"{path}: expected a file that can be written, got no folder around it.", exception);
        }
        catch (IOException exception)
        {
            throw new IOException($"{path}: expected a file that can be written: {exception.Message}", exception);
        }
    }

    /// <exception cref="IOException">It cannot be made.</exception>
    public static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new IOException($"{path}: expected a folder, got a file.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(
                $"{path}: expected a folder, or a place for one, got a place where this process may make none.", exception);
        }
        catch (IOException exception)
        {
            throw new IOException($"{path}: expected a folder, or a place for one: {exception.Message}", exception);
        }
    }
}
