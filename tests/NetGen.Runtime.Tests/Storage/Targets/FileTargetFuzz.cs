using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using NetGen.Generator.Tests;

namespace NetGen.Tests;

/// <summary>
/// Saves to targets drawn at random. A save is refused with the path and the reason, and nothing has changed; or the content is whole, and
/// kinds, modes, owners and links are what they were.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class FileTargetFuzz
{
    /// <summary>Saves to a number of targets.</summary>
    /// <param name="seeds">The targets, unless the environment chooses others.</param>
    /// <param name="save">Saves to a path, always the same content; throws an <see cref="IOException"/> if it cannot.</param>
    /// <param name="test">The name of the test that calls this.</param>
    public static void Run(IEnumerable<int> seeds, Action<string> save, [CallerMemberName] string test = "")
    {
        Plain plain = new(save);
        foreach (int seed in RandomSeeds.Or(seeds))
        {
            FileTarget target = FileTarget.Draw(seed);
            DirectoryInfo top = FileScene.NewFolder(target.Standing);
            try
            {
                Check(target, top.FullName, save, plain);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{RandomSeeds.Replay(seed, test)}\n{target}\n{exception}");
            }
            finally
            {
                FileScene.SetMode(Path.Join(top.FullName, "place"), "0777");
                top.Delete(recursive: true);
            }
        }
    }

    private static void Check(FileTarget target, string top, Action<string> save, Plain plain)
    {
        (string path, IEnumerable<IDisposable> held) = FileScene.Build(target, top);
        FolderContent expected = new(top);
        using PipeReader? pipe = target.Standing == Standing.Pipe ? PipeReader.Open(Path.Join(top, FileScene.Place)) : null;

        Exception? refused = Record.Exception(() => target.Caller.Run(() => save(path)));

        if (target.Refusal is { } reason)
        {
            Assert.IsType<IOException>(refused);
            Assert.Contains(path, refused.Message, StringComparison.Ordinal);
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Null(refused);
            if (pipe is not null)
                Assert.Equal(plain.Content, Convert.ToHexString(pipe.Content()));
            if (target.Standing is Standing.File or Standing.EmptyFile)
                expected[FileScene.Place] = expected[FileScene.Place]! with { Content = plain.Content };
            if (target.Standing is Standing.Nothing)
                expected[FileScene.Place] = plain.Of(target.Caller);
            if (target.Standing is Standing.File or Standing.EmptyFile or Standing.Nothing)
                expected[FileScene.PlaceBeside] = null;
        }

        Assert.Equal(expected.ToString(), new FolderContent(top).ToString());
        foreach (IDisposable one in held)
            one.Dispose();
    }

    /// <summary>What a save writes where nothing was.</summary>
    private sealed class Plain
    {
        private readonly FolderContent.Entry entry;

        public Plain(Action<string> save)
        {
            DirectoryInfo folder = FileScene.NewFolder(Standing.Nothing);
            save(Path.Join(folder.FullName, "file"));
            entry = FolderContent.Entry.Of(Path.Join(folder.FullName, "file"));
            File.WriteAllText(Path.Join(folder.FullName, "usual"), "");
            Assert.Equal(FolderContent.Entry.Of(Path.Join(folder.FullName, "usual")).Mode, entry.Mode);
            folder.Delete(recursive: true);
        }

        public string Content => entry.Content;

        public FolderContent.Entry Of(Caller caller) =>
            Caller.CanBeOthers ? entry with { User = (int)caller.User, Group = (int)caller.Group } : entry;
    }

    /// <summary>Reads a pipe to its end on another thread.</summary>
    private sealed class PipeReader : IDisposable
    {
        private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

        // A handle for both directions does not wait for the other side, and puts the end off while it is open.
        private readonly FileStream both;
        private readonly FileStream end;
        private readonly MemoryStream content = new();
        private readonly Task read;

        private PipeReader(string path)
        {
            both = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            end = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            read = Task.Run(() => end.CopyTo(content));
        }

        /// <returns>A reader, or null where this process may not read the pipe.</returns>
        public static PipeReader? Open(string path)
        {
            try
            {
                return new PipeReader(path);
            }
            catch (UnauthorizedAccessException)
            {
                return null;
            }
        }

        public byte[] Content()
        {
            both.Dispose();
            Assert.True(read.Wait(patience), "Somebody still writes to the pipe.");
            return content.ToArray();
        }

        public void Dispose()
        {
            Content();
            end.Dispose();
        }
    }
}
