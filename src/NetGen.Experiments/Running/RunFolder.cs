using System.Text;

namespace NetGen.Experiments.Running;

/// <summary>
/// The folder of a run. What the run writes is gathered in a folder inside it, and takes the place of an earlier run's files at the end, all at
/// once: whatever fails or is killed before, they stay as they were. Files that no manifest lists are never touched.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    /// <summary>Where files wait until all are written. Its name is always the same, so that the next run clears away what a killed one left.</summary>
    public const string Unfinished = "netgen-unfinished";

    private const string Lock = "lock";
    private const string Aside = "earlier";

    /// <summary>The folders that were not there, the innermost first.</summary>
    private readonly IReadOnlyList<string> made;

    private readonly FileStream held;
    private readonly List<string> written = [];

    private RunFolder(string path)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        made = [.. Missing(Path)];
        Directory.CreateDirectory(Path);
        UnfinishedPath = Directory.CreateDirectory(System.IO.Path.Join(Path, Unfinished)).FullName;
        string file = System.IO.Path.Join(UnfinishedPath, Lock);
        held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
    }

    public string Path { get; }

    public string UnfinishedPath { get; }

    /// <summary>What was written whole since <see cref="Begin"/>, in this order.</summary>
    public IReadOnlyList<string> Written => written;

    /// <summary>Makes the folder, if it is not there, and keeps other runs out of it.</summary>
    /// <exception cref="IOException">It cannot be written to, or another run writes to it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
    public static RunFolder Open(string path) => new(path);

    /// <summary>Clears away what a run that was killed or failed has left unfinished.</summary>
    public void Begin()
    {
        written.Clear();
        foreach (FileSystemInfo left in new DirectoryInfo(UnfinishedPath).EnumerateFileSystemInfos())
        {
            if (left.Name == Lock)
                continue;
            if (left is DirectoryInfo { LinkTarget: null } folder)
                folder.Delete(recursive: true);
            else
                left.Delete();
        }
    }

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file that is to be in the folder. It is whole, or not there.</summary>
    /// <exception cref="IOException">It cannot be written: the message says which file and why.</exception>
    public void Write(string name, byte[] bytes)
    {
        RunFile file = new(UnfinishedPath, name);
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

    /// <summary>Puts written files in the place of those of an earlier run. Where one cannot be put there, all is as it was.</summary>
    /// <exception cref="IOException">One could not be put in its place: the message says which and why.</exception>
    public void PutInPlace(IReadOnlyList<string> names)
    {
        if (ForeignFiles.Objection(Path, names) is { } objection)
            throw new IOException(objection);

        IReadOnlyList<RunFile> earlier = EarlierRun.In(Path).Files;
        Stack<(string From, string To)> moved = new();
        try
        {
            // The manifest goes last and comes first: at no moment does a file of a run stand there that none lists.
            foreach (RunFile file in earlier.OrderBy(static file => file.Name == RunFile.Manifest))
                Move(file.Path, System.IO.Path.Join(UnfinishedPath, Aside, file.Name));
            foreach (string name in names.OrderBy(static name => name != RunFile.Manifest))
                Move(System.IO.Path.Join(UnfinishedPath, name), System.IO.Path.Join(Path, name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            while (moved.TryPop(out (string From, string To) move))
                File.Move(move.To, move.From);
            throw new IOException($"The files could not be put in their places: {exception.Message}", exception);
        }

        try
        {
            Begin();
            string figures = System.IO.Path.Join(Path, RunFile.Figures);
            bool hadFigures = earlier.Any(static file => file.Name.StartsWith(RunFile.Figures, StringComparison.Ordinal));
            if (hadFigures && !Directory.EnumerateFileSystemEntries(figures).Any())
                Directory.Delete(figures);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Everything is in its place; the next run clears away the rest.
        }

        void Move(string from, string to)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Move(from, to);
            moved.Push((from, to));
        }
    }

    public void Dispose()
    {
        held.Dispose();
        try
        {
            foreach (string folder in (string[])[UnfinishedPath, .. made])
                Directory.Delete(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder with something in it is kept, and so are those around it.
        }
    }

    private static IEnumerable<string> Missing(string path)
    {
        for (string? folder = path; folder is not null && !Directory.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
            yield return folder;
    }
}
