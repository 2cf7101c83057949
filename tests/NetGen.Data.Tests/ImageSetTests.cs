namespace NetGen.Data.Tests;

public sealed class ImageSetTests
{
    private static readonly string[] classes = ["cat", "dog"];

    [Fact]
    public void Set_keeps_copies()
    {
        byte[] pixels = [1, 2, 3, 4];
        int[] labels = [0, 1];
        string[] names = ["cat", "dog"];
        ImageSet set = new(new ImageShape(1, 2, 1), pixels, labels, names);
        pixels[0] = 9;
        labels[0] = 1;
        names[0] = "cow";
        Assert.Equal<byte>([1, 2, 3, 4], set.Pixels);
        Assert.Equal([0, 1], set.Labels);
        Assert.Equal(["cat", "dog"], set.Classes);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        AssertRefused("labels", "Expected at least one image, got none.", [], []);
        AssertRefused("pixels", "Expected 2 images of [1, 2, 1], 4 values, got 3.", [1, 2, 3], [0, 1]);
        AssertRefused("labels", "Expected labels from 0 to 1, got 2 for image 1.", [1, 2, 3, 4], [0, 2]);
        AssertRefused("labels", "Expected labels from 0 to 1, got -1 for image 0.", [1, 2, 3, 4], [-1, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageShape(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageShape(1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageShape(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageShape(1 << 16, 1 << 16, 1));

        static void AssertRefused(string parameter, string message, byte[] pixels, int[] labels)
        {
            ArgumentException thrown =
                Assert.Throws<ArgumentException>(() => new ImageSet(new ImageShape(1, 2, 1), pixels, labels, classes));
            Assert.Equal(parameter, thrown.ParamName);
            Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void First_images_are_taken()
    {
        ImageSet set = Numbered.Images(5, new ImageShape(1, 2, 3));
        ImageSet first = set.Take(2);
        Assert.Equal(2, first.Count);
        Assert.Equal(set.Pixels[..12], first.Pixels);
        Assert.Equal([0, 1], first.Labels);
        Assert.Equal(set.Classes, first.Classes);
        Assert.Equal(5, set.Take(5).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Take(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Take(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => first[2].Length);
    }

    [Fact]
    public void Split_gives_every_image_to_one_part_by_seed()
    {
        ImageSet set = Numbered.Images(100, new ImageShape(2, 1, 1));
        var (first, second) = set.Split(0.8, seed: 3);
        Assert.Equal(80, first.Count);
        Assert.Equal(20, second.Count);
        int[] all = [.. first.Labels, .. second.Labels];
        Assert.Equal(Enumerable.Range(0, 100), all.Order());
        for (int i = 0; i < first.Count; i++)
            Assert.Equal(set[first.Labels[i]], first[i]);

        int[] order = [.. Enumerable.Range(0, 100)];
        new SeededRandom(3).Shuffle<int>(order);
        Assert.Equal(order, all);
        Assert.NotEqual(all[..80], set.Split(0.8, seed: 4).First.Labels.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0.04)]
    [InlineData(0.96)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Split_that_leaves_a_part_empty_is_refused(double fraction) =>
        Assert.Equal(
            "fraction",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => Numbered.Images(10, new ImageShape(1, 1, 1)).Split(fraction, seed: 1)).ParamName);
}
