using System.Formats.Tar;
using System.Runtime.Versioning;
using NetGen.Tests;

namespace NetGen.Runtime.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class UnreadableFileTests
{
    [Fact]
    public void Folder_is_refused_with_its_name() =>
        AssertRefused(static (folder, _) => folder, "expected a file that can be read, got a folder.");

    [Fact]
    public void File_that_the_process_may_not_read_is_refused_with_its_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        Assert.SkipWhen(
            Environment.IsPrivilegedProcess && !Caller.CanBeOthers, "Root reads everything, and the tests cannot be someone else here.");
        AssertRefused(
            static (folder, file) =>
            {
                File.WriteAllText(file, "secret");
                FileScene.SetMode(folder, "0755");
                FileScene.SetMode(file, "0000");
                return file;
            },
            "expected a file that can be read, got one that this process may not read.",
            Caller.CanBeOthers ? Caller.Somebody : Caller.Root);
    }

    [Fact]
    public void Pipe_is_refused_with_its_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        AssertRefused(
            static (_, pipe) =>
            {
                new PaxTarEntry(TarEntryType.Fifo, "pipe").ExtractToFile(pipe, overwrite: false);
                return pipe;
            },
            "expected a file, got a pipe or a device, whose length is not known.");
    }

    [Fact]
    public void Device_without_content_is_no_file_of_this_format()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "This is a device of Unix.");
        Assert.Equal(
            "/dev/null: expected a safetensors file, got one of 0 bytes.",
            Assert.Throws<InvalidDataException>(() => SafetensorsFile.Load("/dev/null")).Message);
    }

    [Fact]
    public void Missing_files_folders_and_loops_of_links_are_named()
    {
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder.File("loop"), "loop");
        foreach (string name in (string[])["file", "missing/file", "loop"])
        {
            var exception = Assert.ThrowsAny<IOException>(() => new ReLULayer<From7To45>().Load(folder.File(name)));
            Assert.StartsWith($"{folder.File(name)}: expected a file that can be read", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_path_is_named_as_it_was_given() => Assert.Equal(
        "nope.safetensors: expected a file that can be read, got none.",
        Assert.Throws<FileNotFoundException>(static () => new ReLULayer<From7To45>().Load("nope.safetensors")).Message);

    private static void AssertRefused(Func<string, string, string> build, string message, Caller? caller = null)
    {
        using TemporaryFolder folder = new();
        string path = build(folder.Path, folder.File("file"));
        ReLULayer<From7To45> network = new();
        var trainer = network.CreateTrainer(new Adam(), Loss.MeanSquaredError, batchSize: 1);

        (caller ?? Caller.Root).Run(() =>
        {
            Assert.Equal($"{path}: {message}", Assert.Throws<IOException>(() => network.Load(path)).Message);
            Assert.Equal($"{path}: {message}", Assert.Throws<IOException>(() => trainer.Load(path)).Message);
        });
    }
}
