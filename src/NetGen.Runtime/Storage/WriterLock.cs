namespace NetGen;

/// <summary>
/// What one writer at a time has, of all processes: a file under this name is locked as long. A process that is killed leaves the file and
/// no lock. Readers are not kept out.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    public const string Suffix = ".netgen-lock";

    private readonly string path;
    private readonly FileStream stream;

    private WriterLock(string path, FileStream stream)
    {
        this.path = path;
        this.stream = stream;
    }

    /// <summary>Takes the lock, or throws.</summary>
    /// <param name="path">The file that is locked; its name ends with <see cref="Suffix"/>.</param>
    /// <param name="place">What is written, as the user named it, for messages.</param>
    /// <param name="taken">What is wrong where another has the lock.</param>
    /// <exception cref="IOException">Another has it, or no file can be made there.</exception>
    public static WriterLock Take(string path, string place, string taken)
    {
        try
        {
            return new WriterLock(path, ExclusiveFile.Create(path));
        }
        catch (IOException exception) when (ExclusiveFile.IsTaken(path, exception))
        {
            throw new IOException($"{place}: {taken}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{place}: expected a place that can be written, with a lock in {path}: {exception.Message}", exception);
        }
    }

    public void Dispose() => ExclusiveFile.Remove(path, stream);
}
