using System.Runtime.Versioning;
using NetGen.Tests;

namespace NetGen.Runtime.Tests;

public sealed class SavingTests
{
    private const string Suffix = ".netgen-saving";

    [Fact]
    public void What_a_killed_save_left_is_gone_after_the_next()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("file"), "old");
        File.WriteAllText(folder.File("file" + Suffix), new string('x', 100_000));

        Save(folder.File("file"), 1);

        AssertHolds(1, folder.File("file"));
        Assert.Equal([folder.File("file")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Second_save_to_a_path_is_refused_while_the_first_is_under_way()
    {
        using TemporaryFolder folder = new();
        WholeFile.Write(folder.File("file"), stream =>
        {
            stream.WriteByte(1);
            IOException exception = Assert.Throws<IOException>(() => Save(folder.File("file"), 2));
            Assert.StartsWith(folder.File("file") + ": expected a file that can be written: ", exception.Message, StringComparison.Ordinal);
            Assert.Contains(folder.File("file" + Suffix), exception.Message, StringComparison.Ordinal);
            Save(folder.File("other"), 3);
        });

        Assert.Equal([1], File.ReadAllBytes(folder.File("file")));
        Assert.Equal([folder.File("file"), folder.File("other")], Directory.GetFileSystemEntries(folder.Path).Order());
    }

    // As on a full disk, the system refuses to write: no file reaches so far.
    [Fact]
    public void Content_that_the_system_does_not_take_leaves_the_old_file_and_nothing_else()
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["new", "old"])
        {
            if (name == "old")
                File.WriteAllText(folder.File(name), "old");

            IOException exception = Assert.Throws<IOException>(() => WholeFile.Write(folder.File(name), static stream =>
            {
                stream.Write("new"u8);
                stream.Position = long.MaxValue;
                stream.Write("new"u8);
            }));

            Assert.StartsWith($"{folder.File(name)}: expected a file that can be written: ", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal([folder.File("old")], Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal("old", File.ReadAllText(folder.File("old")));
    }

    [Fact]
    public void A_failed_save_says_why_even_if_what_it_leaves_cannot_be_removed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the name of a file that is open.");
        using TemporaryFolder folder = new();

        IOException exception = Assert.Throws<IOException>(() => WholeFile.Write(folder.File("file"), _ =>
        {
            File.Delete(folder.File("file" + Suffix));
            Directory.CreateDirectory(folder.File("file" + Suffix));
            throw new IOException("The disk is full.");
        }));

        Assert.Equal($"{folder.File("file")}: expected a file that can be written: The disk is full.", exception.Message);
    }

    [Fact]
    public void A_refused_save_does_not_touch_an_empty_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere an empty file is told from a device by setting its length.");
        using TemporaryFolder folder = new();
        DateTime before = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.WriteAllText(folder.File("file"), "");
        Directory.CreateDirectory(folder.File("file" + Suffix));
        File.SetLastWriteTimeUtc(folder.File("file"), before);

        Assert.Throws<IOException>(() => Save(folder.File("file"), 1));

        Assert.Equal(before, File.GetLastWriteTimeUtc(folder.File("file")));
    }

    [Fact]
    public void Of_many_saves_at_once_each_is_whole_or_refused()
    {
        using TemporaryFolder folder = new();
        int saved = 0;
        Thread[] threads =
        [
            .. Enumerable.Range(0, 4).Select(number => new Thread(() =>
            {
                for (int i = 0; i < 10; i++)
                {
                    try
                    {
                        Save(folder.File("file"), number);
                        Interlocked.Increment(ref saved);
                    }
                    catch (IOException)
                    {
                    }
                }
            })),
        ];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        Assert.True(saved > 0);
        Assert.InRange(SafetensorsFile.Load(folder.File("file")).Tensors["x"].Values[0], 0, 3);
        Assert.Equal([folder.File("file")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Missing_folder_is_named_and_so_is_the_path_as_it_was_given()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("missing/deep/../file");

        Assert.Equal(
            $"{path}: expected a file that can be written: There is no folder {folder.File("missing")}.",
            Assert.Throws<IOException>(() => new ReLULayer<From7To45>().Save(path)).Message);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Names_of_folders_are_refused()
    {
        using TemporaryFolder folder = new();
        foreach (string path in (string[])[folder.Path, folder.Path + "/", folder.File("missing/"), "/"])
            Assert.Equal(
                $"{path}: expected a file that can be written: This is a folder.", Assert.Throws<IOException>(() => Save(path, 1)).Message);
    }

    [Fact]
    public void Names_of_unfinished_files_are_refused()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("file" + Suffix);

        ArgumentException exception = Assert.Throws<ArgumentException>("path", () => Save(path, 1));

        Assert.StartsWith(
            $"Expected a name that does not end with {Suffix}, which stands for files that are being saved, got {path}.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Names_may_be_as_long_as_the_system_lets_them_be()
    {
        using TemporaryFolder folder = new();
        string[] names = [new('n', 255), string.Concat(Enumerable.Repeat("ä", 127)), string.Concat(Enumerable.Repeat("😀", 63))];
        foreach (string name in names)
        {
            File.WriteAllText(folder.File(name), "old");
            Save(folder.File(name), 1);
            AssertHolds(1, folder.File(name));
        }

        Assert.Equal(3, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void Another_name_of_a_replaced_file_keeps_what_it_held()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Makes a hard link with a tool of Linux.");
        using TemporaryFolder folder = new();
        Save(folder.File("file"), 1);
        System.Diagnostics.Process.Start("ln", [folder.File("file"), folder.File("snapshot")]).WaitForExit();

        Save(folder.File("file"), 2);

        AssertHolds(2, folder.File("file"));
        AssertHolds(1, folder.File("snapshot"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Content_that_could_not_get_into_a_file_of_someone_else_stays_beside_it()
    {
        Assert.SkipUnless(Caller.CanBeOthers, "Only root can make files of someone else.");
        using TemporaryFolder folder = new();
        FileScene.SetMode(folder.Path, "0777");
        File.WriteAllText(folder.File("file"), "old");
        FileScene.SetMode(folder.File("file"), "0666");
        int calls = 0;

        IOException exception = Assert.Throws<IOException>(() => Caller.Somebody.Run(() => WholeFile.Write(folder.File("file"), stream =>
        {
            stream.Write("new"u8);
            if (++calls == 2)
                throw new IOException("The disk broke.");
        })));

        Assert.Equal(
            $"{folder.File("file")}: expected a file that can be written: It is damaged now, "
            + $"but all of the new content is in {folder.File("file" + Suffix)}: The disk broke.",
            exception.Message);
        Assert.Equal("new", File.ReadAllText(folder.File("file" + Suffix)));
    }

    private static void Save(string path, float number)
    {
        SafetensorsFile file = new();
        file.Add("x", [1], [number]);
        file.Save(path);
    }

    private static void AssertHolds(float number, string path) => Assert.Equal(number, SafetensorsFile.Load(path).Tensors["x"].Values[0]);
}
