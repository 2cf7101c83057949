namespace NetGen.Data.Tests;

public sealed class IdxTests : IDisposable
{
    private static readonly byte[] images = Bytes.Idx([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 2, 2, 3);
    private static readonly byte[] labels = Bytes.Idx([1, 0], 2);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Images_and_labels_are_read_compressed_or_not_whatever_they_are_called(bool imagesCompressed, bool labelsCompressed)
    {
        ImageSet set = Idx.Read(
            Write("images.gz", imagesCompressed ? Bytes.Gzip(images) : images),
            Write("labels", labelsCompressed ? Bytes.Gzip(labels) : labels),
            ["cat", "dog"]);
        Assert.Equal(2, set.Count);
        Assert.Equal(new ImageShape(2, 3, 1), set.Shape);
        Assert.Equal<byte>([1, 2, 3, 4, 5, 6], set[0]);
        Assert.Equal<byte>([7, 8, 9, 10, 11, 12], set[1]);
        Assert.Equal([1, 0], set.Labels);
        Assert.Equal(["cat", "dog"], set.Classes);
    }

    [Fact]
    public void Classes_without_names_are_numbered_up_to_the_largest_label()
    {
        ImageSet set = Idx.Read(Write("images", images), Write("labels", Bytes.Idx([3, 1], 2)));
        Assert.Equal(["0", "1", "2", "3"], set.Classes);
    }

    [Theory]
    [InlineData("", "expected a file of images, which begins with 0x00000803, got a file of 0 bytes.")]
    [InlineData("000008", "expected a file of images, which begins with 0x00000803, got a file of 3 bytes.")]
    [InlineData("504B0304", "expected a file of images, which begins with 0x00000803, got one that begins with 0x504B0304.")]
    [InlineData("00000D03", "expected a file of images, which begins with 0x00000803, got one that begins with 0x00000D03.")]
    [InlineData(
        "00000801 00000001 00",
        "expected a file of images, which begins with 0x00000803, got a file of labels, which begins with 0x00000801.")]
    [InlineData("00000803 00000001 00000001", "expected a header of 16 bytes, got a file of 12.")]
    [InlineData("00000803 00000000 00000002 00000003", "expected lengths of at least 1, got [0, 2, 3].")]
    [InlineData("00000803 00000001 00000002 00000000", "expected lengths of at least 1, got [1, 2, 0].")]
    [InlineData("00000803 00000001 00000001 00000002 00", "expected 2 bytes behind the header, for [1, 1, 2], got 1.")]
    [InlineData("00000803 00000001 00000001 00000002 000000", "expected 2 bytes behind the header, for [1, 1, 2], got 3.")]
    [InlineData(
        "00000803 FFFFFFFF FFFFFFFF FFFFFFFF 00",
        "expected 79228162458924105385300197375 bytes behind the header, for [4294967295, 4294967295, 4294967295], got 1.")]
    public void Bad_images_are_refused_with_the_file_and_what_was_expected(string hex, string message)
    {
        byte[] content = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        string labelsPath = Write("labels", labels);
        foreach (byte[] written in new[] { content, Bytes.Gzip(content) })
        {
            string imagesPath = Write("images", written);
            Assert.Equal($"{imagesPath}: {message}", Assert.Throws<InvalidDataException>(() => Idx.Read(imagesPath, labelsPath)).Message);
        }
    }

    [Fact]
    public void Bad_labels_are_refused_with_the_file_and_what_was_expected()
    {
        string imagesPath = Write("images", images);
        AssertRefused(
            images, "expected a file of labels, which begins with 0x00000801, got a file of images, which begins with 0x00000803.");
        AssertRefused(Bytes.Idx([1, 0, 1], 2), "expected 2 bytes behind the header, for [2], got 3.");
        AssertRefused(Bytes.Idx([1, 0, 1], 3), $"expected 2 labels, one for each image of {imagesPath}, got 3.");
        AssertRefused(Bytes.Idx([1, 2], 2), "expected labels from 0 to 1, got 2 for image 1.");

        void AssertRefused(byte[] content, string message)
        {
            string labelsPath = Write("labels", content);
            InvalidDataException thrown =
                Assert.Throws<InvalidDataException>(() => Idx.Read(imagesPath, labelsPath, ["cat", "dog"]));
            Assert.Equal($"{labelsPath}: {message}", thrown.Message);
        }
    }

    [Fact]
    public void Compressed_file_that_is_damaged_or_cut_short_anywhere_is_refused()
    {
        byte[] compressed = Bytes.Gzip(images);
        string labelsPath = Write("labels", labels);
        for (int length = 2; length < compressed.Length; length++)
            AssertRefused(compressed[..length], "cut short");

        for (int fromEnd = 1; fromEnd <= 8; fromEnd++)
        {
            byte[] damaged = [.. compressed];
            damaged[^fromEnd] ^= 1;
            AssertRefused(damaged, "damaged");
        }

        void AssertRefused(byte[] content, string got)
        {
            string imagesPath = Write("images", content);
            InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => Idx.Read(imagesPath, labelsPath));
            Assert.Equal($"{imagesPath}: expected a whole gzip file, got one that is {got}.", thrown.Message);
        }
    }

    [Fact]
    public void File_that_cannot_be_read_is_named()
    {
        string labelsPath = Write("labels", labels), missing = folder.File("missing"), astray = folder.File("no/images");
        Assert.Equal(missing, Assert.Throws<FileNotFoundException>(() => Idx.Read(missing, labelsPath)).FileName);
        Assert.Equal(
            $"{astray}: expected a file, got a path of which a folder is missing.",
            Assert.Throws<FileNotFoundException>(() => Idx.Read(astray, labelsPath)).Message);
        Assert.Equal(
            $"{folder.Path}: expected a file that can be read, got a folder.",
            Assert.Throws<IOException>(() => Idx.Read(folder.Path, labelsPath)).Message);
    }

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(folder.File(name), content);
        return folder.File(name);
    }
}
