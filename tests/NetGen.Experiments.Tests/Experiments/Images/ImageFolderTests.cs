using NetGen.Experiments.Images;

namespace NetGen.Experiments.Tests.Experiments.Images;

public sealed class ImageFolderTests
{
    [Fact]
    public void Fashion_MNIST_is_known_by_its_files() => Knows("Fashion-MNIST", [28, 28, 1], static folder => PatchImages.Write(folder));

    [Fact]
    public void CIFAR_10_is_known_by_its_files() => Knows("CIFAR-10", [32, 32, 3], static folder => WriteCifar10(folder));

    [Fact]
    public void CIFAR_10_is_known_by_the_folder_that_its_archive_unpacks_to() => Knows(
        "CIFAR-10",
        [32, 32, 3],
        static folder => WriteCifar10(Directory.CreateDirectory(Path.Join(folder, "cifar-10-batches-bin")).FullName));

    [Fact]
    public void CIFAR_100_is_known_by_its_files() => Knows("CIFAR-100", [32, 32, 3], static folder =>
    {
        foreach (string name in (string[])["train", "test"])
            File.WriteAllBytes(Path.Join(folder, $"{name}.bin"), new byte[2 + 3 * 32 * 32]);
    });

    private static void Knows(string name, IEnumerable<int> shape, Action<string> write)
    {
        using TemporaryFolder folder = new();
        write(folder.Path);
        var set = ImageFolder.Load(folder.Path);
        Assert.Equal(name, set.Name);
        Assert.Equal(shape, [set.Training.Shape.Height, set.Training.Shape.Width, set.Training.Shape.Channels]);
        Assert.Equal(set.Training.Shape, set.Test.Shape);
    }

    private static void WriteCifar10(string folder)
    {
        foreach (string name in (string[])["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch"])
            File.WriteAllBytes(Path.Join(folder, $"{name}.bin"), new byte[1 + 3 * 32 * 32]);
    }
}
