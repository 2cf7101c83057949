using System.Formats.Tar;
using System.Runtime.Versioning;
using NetGen.Tests;

namespace NetGen.Runtime.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class FileTargetTests
{
    private const string WhereModes = "Unix alone has modes, owners and pipes.";

    [Fact]
    public void Whatever_a_network_is_saved_to_the_content_is_whole_or_nothing_has_changed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), WhereModes);
        FileTargetFuzz.Run(Enumerable.Range(0, 200), new ReLULayer<From7To45>(seed: 1).Save);
    }

    [Fact]
    public void Whatever_a_training_is_saved_to_the_content_is_whole_or_nothing_has_changed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), WhereModes);
        FileTargetFuzz.Run(
            Enumerable.Range(1000, 50),
            new ReLULayer<From64To64>(seed: 1).CreateTrainer(new Adam(), Loss.MeanSquaredError, batchSize: 1).Save);
    }

    [Fact]
    public void A_pipe_that_nobody_reads_is_refused_and_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a save waits for a reader.");
        using TemporaryFolder folder = new();
        string pipe = folder.File("pipe");
        new PaxTarEntry(TarEntryType.Fifo, "pipe").ExtractToFile(pipe, overwrite: false);

        IOException refused = Assert.Throws<IOException>(() => new ReLULayer<From7To45>(seed: 1).Save(pipe));

        Assert.Equal($"{pipe}: expected a file that can be written: This is a pipe, and nobody reads it.", refused.Message);
        Assert.Equal([pipe], Directory.GetFileSystemEntries(Path.GetDirectoryName(pipe)!));
        Assert.Throws<IOException>(() => SafetensorsFile.Load(pipe));
    }
}
