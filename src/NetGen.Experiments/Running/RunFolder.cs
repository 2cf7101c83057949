using System.Text;

namespace NetGen.Experiments.Running;

/// <summary>
/// The folder of a run. What the run writes is gathered in a folder inside it, its own alone, and takes the place of an earlier run's files
/// at the end, all at once: whatever fails or is killed before, they stay as they were. Files that no manifest lists are never touched.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    /// <summary>Where runs gather their files, each in a folder that has a number.</summary>
    public const string Unfinished = "netgen-unfinished";

    private const string Lock = "lock";

    /// <summary>The folders that were not there, the innermost first.</summary>
    private readonly IReadOnlyList<string> made;

    private readonly FileStream held;
    private readonly string unfinished;
    private readonly List<string> written = [];

    private RunFolder(string path)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        made = [.. Missing(Path)];
        Directory.CreateDirectory(Path);
        unfinished = Directory.CreateDirectory(System.IO.Path.Join(Path, Unfinished)).FullName;
        string file = System.IO.Path.Join(unfinished, Lock);
        held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
    }

    public string Path { get; }

    /// <summary>Where this run gathers its files: what earlier runs left unfinished lies beside it.</summary>
    public string UnfinishedPath { get; private set; } = "";

    /// <summary>What was written whole, in this order.</summary>
    public IReadOnlyList<string> Written => written;

    /// <summary>
    /// Makes the folder, if it is not there, keeps other runs out of it, and puts right what a killed run left half swapped.
    /// </summary>
    /// <exception cref="IOException">It cannot be written to, or another run writes to it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
    public static RunFolder Open(string path)
    {
        RunFolder folder = new(path);
        try
        {
            folder.Begin();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file that is to be in the folder. It is whole, or not there.</summary>
    /// <exception cref="IOException">It cannot be written: the message says which file and why.</exception>
    public void Write(string name, byte[] bytes)
    {
        RunFile file = new(UnfinishedPath, name);

        // The manifest is written twice: the first is to stay where the disk is full at the second.
        string half = file.Path + ".half";
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file.Path)!);
            using (FileStream stream = new(half, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(half, file.Path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(half))
                File.Delete(half);
            throw new IOException($"{name} could not be written: {exception.Message}", exception);
        }

        if (!written.Contains(name))
            written.Add(name);
    }

    /// <summary>Removes what was written, if it was.</summary>
    public void Discard(IEnumerable<string> names)
    {
        foreach (string name in names.Where(written.Remove))
            File.Delete(new RunFile(UnfinishedPath, name).Path);
    }

    /// <summary>Puts written files in the place of an earlier run's. Where one cannot be put there, all is as it was.</summary>
    /// <exception cref="IOException">One could not be put in its place: the message says which and why.</exception>
    public void PutInPlace(IReadOnlyList<string> names)
    {
        if (ForeignFiles.Objection(Path, names) is { } objection)
            throw new IOException(objection);

        new Swap(Path, UnfinishedPath).Run(names);
    }

    /// <summary>Clears away what failed, stopped and killed runs left unfinished: the folder now holds a complete run.</summary>
    public void ClearUnfinished()
    {
        try
        {
            foreach (FileSystemInfo left in new DirectoryInfo(unfinished).EnumerateFileSystemInfos())
            {
                if (left.Name == Lock)
                    continue;
                if (left is DirectoryInfo { LinkTarget: null } folder)
                    folder.Delete(recursive: true);
                else
                    left.Delete();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in no one's way, and the next complete run clears it away.
        }
    }

    public void Dispose()
    {
        held.Dispose();
        try
        {
            foreach (string folder in ((string[])[UnfinishedPath, unfinished, .. made]).Where(Directory.Exists))
                Directory.Delete(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder with something in it is kept, and so are the folders around it.
        }
    }

    private void Begin()
    {
        foreach (string left in Directory.GetDirectories(unfinished))
        {
            if (new RunFile(unfinished, System.IO.Path.GetFileName(left)).IsPlainFolder)
                new Swap(Path, left).Settle();
        }

        UnfinishedPath = Enumerable.Range(1, int.MaxValue)
            .Select(number => new RunFile(unfinished, $"{number}"))
            .First(static file => !file.IsTaken).Path;
    }

    private static IEnumerable<string> Missing(string path)
    {
        for (string? folder = path; folder is not null && !Directory.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
            yield return folder;
    }
}
