namespace NetGen.Data.Tests;

public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Sets_of_the_mnist_family_are_found_by_name_with_or_without_gz()
    {
        WriteMnist(testSide: 2);
        foreach (var (training, test) in new[] { FashionMnist.Load(folder.Path), Mnist.Load(folder.Path) })
        {
            Assert.Equal([9, 1], training.Labels);
            Assert.Equal([4], test.Labels);
            Assert.Equal<byte>([1, 2, 3, 4], training[0]);
            Assert.Equal<byte>([9, 9, 9, 9], test[0]);
        }

        Assert.Equal("Ankle boot", FashionMnist.Load(folder.Path).Training.Classes[9]);
        Assert.Equal("9", Mnist.Load(folder.Path).Training.Classes[9]);
    }

    [Fact]
    public void Test_images_of_another_shape_are_refused()
    {
        WriteMnist(testSide: 3);
        string training = folder.File("train-images-idx3-ubyte.gz"), test = folder.File("t10k-images-idx3-ubyte");
        Assert.Equal(
            $"{test}: expected images of [2, 2, 1], as in {training}, got [3, 3, 1].",
            Assert.Throws<InvalidDataException>(() => Mnist.Load(folder.Path)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cifar-10-batches-bin")]
    public void Cifar_10_is_found_in_the_folder_of_its_archive_and_above_it(string inner)
    {
        Directory.CreateDirectory(folder.File(inner));
        for (byte i = 1; i <= 5; i++)
            File.WriteAllBytes(folder.File(Path.Join(inner, $"data_batch_{i}.bin")), Bytes.Cifar(i, i));
        File.WriteAllBytes(folder.File(Path.Join(inner, "test_batch.bin")), Bytes.Cifar(6, 6));

        var (training, test) = Cifar10.Load(folder.Path);
        Assert.Equal([1, 2, 3, 4, 5], training.Labels);
        Assert.Equal([6], test.Labels);
    }

    [Fact]
    public void Cifar_100_is_found_in_the_folder_of_its_archive()
    {
        Directory.CreateDirectory(folder.File("cifar-100-binary"));
        File.WriteAllBytes(folder.File("cifar-100-binary/train.bin"), Bytes.Cifar(1, 2, 3));
        File.WriteAllBytes(folder.File("cifar-100-binary/test.bin"), Bytes.Cifar(1, 2, 4));
        var (training, test) = Cifar100.Load(folder.Path);
        Assert.Equal([3], training.Labels);
        Assert.Equal([4], test.Labels);
    }

    [Fact]
    public void Missing_set_says_what_was_looked_for_where_and_how_to_get_it()
    {
        const string Looked = "the files train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, "
            + "as they are or with .gz behind the name";
        string nowhere = folder.File("nowhere");
        AssertMissing(nowhere, $"Fashion-MNIST: expected in {nowhere} {Looked}, got no such folder. ");
        AssertMissing(folder.Path, $"Fashion-MNIST: expected in {folder.Path} {Looked}, got none of them. ");
        WriteMnist(testSide: 2);
        File.Delete(folder.File("train-labels-idx1-ubyte"));
        AssertMissing(folder.Path, $"Fashion-MNIST: expected in {folder.Path} {Looked}, got all but train-labels-idx1-ubyte. ");

        AssertHow(() => FashionMnist.Load(nowhere), "apt-get install dataset-fashion-mnist", "github.com/zalandoresearch/fashion-mnist");
        AssertHow(() => Mnist.Load(nowhere), "MNIST: expected", "four files");
        AssertHow(() => Cifar10.Load(nowhere), "data_batch_5.bin", "cifar-10-binary.tar.gz");
        AssertHow(() => Cifar100.Load(nowhere), "train.bin", "cifar-100-binary.tar.gz");

        static void AssertMissing(string path, string beginning) =>
            Assert.StartsWith(
                beginning, Assert.Throws<FileNotFoundException>(() => FashionMnist.Load(path)).Message, StringComparison.Ordinal);

        static void AssertHow(Func<(ImageSet, ImageSet)> load, params string[] said)
        {
            string message = Assert.Throws<FileNotFoundException>(() => load()).Message;
            Assert.All(said, part => Assert.Contains(part, message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Fashion_mnist_of_debian_is_what_its_authors_describe()
    {
        Assert.SkipUnless(Directory.Exists(FashionMnist.DebianFolder), "Debian's dataset-fashion-mnist is not installed.");

        var (training, test) = FashionMnist.Load();
        Assert.Equal(new ImageShape(28, 28, 1), training.Shape);
        for (int label = 0; label < 10; label++)
        {
            Assert.Equal(6000, training.Labels.Count(label));
            Assert.Equal(1000, test.Labels.Count(label));
        }

        Normalization measured = Normalization.Of(training);
        Assert.Equal(0.2860, measured.Mean[0], 0.00005);
        Assert.Equal(0.3530, measured.Deviation[0], 0.00005);
    }

    private void WriteMnist(uint testSide)
    {
        File.WriteAllBytes(folder.File("train-images-idx3-ubyte.gz"), Bytes.Gzip(Bytes.Idx([1, 2, 3, 4, 5, 6, 7, 8], 2, 2, 2)));
        File.WriteAllBytes(folder.File("train-labels-idx1-ubyte"), Bytes.Idx([9, 1], 2));
        byte[] test = new byte[testSide * testSide];
        Array.Fill(test, (byte)9);
        File.WriteAllBytes(folder.File("t10k-images-idx3-ubyte"), Bytes.Idx(test, 1, testSide, testSide));
        File.WriteAllBytes(folder.File("t10k-labels-idx1-ubyte.gz"), Bytes.Gzip(Bytes.Idx([4], 1)));
    }
}
