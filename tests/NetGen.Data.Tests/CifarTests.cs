namespace NetGen.Data.Tests;

public sealed class CifarTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Planes_become_channels_side_by_side_and_files_follow_each_other(bool compressed)
    {
        byte[] two = [.. Bytes.Cifar(5, 9), .. Bytes.Cifar(6, 0)], one = Bytes.Cifar(7, 3);
        ImageSet set = Cifar10.Read(Write("a", compressed ? Bytes.Gzip(two) : two), Write("b", one));
        Assert.Equal(new ImageShape(32, 32, 3), set.Shape);
        Assert.Equal([9, 0, 3], set.Labels);
        Assert.Equal("truck", set.Classes[9]);
        for (int image = 0; image < 3; image++)
        {
            for (int i = 0; i < 3 * 1024; i++)
                Assert.Equal(Bytes.CifarPixel(5 + image, channel: i % 3, i / 3), set[image][i]);
        }
    }

    [Fact]
    public void Label_of_cifar_100_is_the_fine_one()
    {
        ImageSet set = Cifar100.Read(Write("a", [.. Bytes.Cifar(1, 19, 99), .. Bytes.Cifar(2, 0, 7)]));
        Assert.Equal([99, 7], set.Labels);
        Assert.Equal("worm", set.Classes[99]);
        Assert.Equal(Bytes.CifarPixel(2, 1, 0), set[1][1]);
    }

    [Fact]
    public void File_that_does_not_consist_of_whole_records_is_refused()
    {
        byte[] record = Bytes.Cifar(1, 2);
        AssertRefused([], "expected records of 3073 bytes each, for 10 classes, got 0 bytes, 0 records and 0 bytes.");
        AssertRefused(record[..^1], "expected records of 3073 bytes each, for 10 classes, got 3072 bytes, 0 records and 3072 bytes.");
        AssertRefused([.. record, 1], "expected records of 3073 bytes each, for 10 classes, got 3074 bytes, 1 records and 1 bytes.");
        string path = Write("a", record);
        Assert.Equal(
            $"{path}: expected records of 3074 bytes each, for 100 classes, got 3073 bytes, 0 records and 3073 bytes.",
            Assert.Throws<InvalidDataException>(() => Cifar100.Read(path)).Message);
    }

    [Fact]
    public void Label_out_of_range_is_refused()
    {
        AssertRefused([.. Bytes.Cifar(1, 9), .. Bytes.Cifar(1, 10)], "expected labels from 0 to 9, got 10 for image 1.");
        string coarse = Write("coarse", Bytes.Cifar(1, 20, 1)), fine = Write("fine", Bytes.Cifar(1, 1, 100));
        Assert.Equal(
            $"{coarse}: expected coarse labels from 0 to 19, got 20 for image 0.",
            Assert.Throws<InvalidDataException>(() => Cifar100.Read(coarse)).Message);
        Assert.Equal(
            $"{fine}: expected labels from 0 to 99, got 100 for image 0.",
            Assert.Throws<InvalidDataException>(() => Cifar100.Read(fine)).Message);
    }

    [Fact]
    public void No_file_is_refused() => Assert.Equal("paths", Assert.Throws<ArgumentException>(() => Cifar10.Read()).ParamName);

    [Fact]
    public void Known_classes_are_different()
    {
        Assert.Equal(10, Cifar10.Classes.Distinct().Count());
        Assert.Equal(100, Cifar100.Classes.Distinct().Count());
        Assert.Equal(Cifar100.Classes.Order(StringComparer.Ordinal), Cifar100.Classes);
    }

    private void AssertRefused(byte[] content, string message)
    {
        string path = Write("a", content);
        Assert.Equal($"{path}: {message}", Assert.Throws<InvalidDataException>(() => Cifar10.Read(path)).Message);
    }

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(folder.File(name), content);
        return folder.File(name);
    }
}
