namespace NetGen.Data;

/// <summary>
/// Fashion-MNIST (Xiao et al. 2017): 60,000 and 10,000 grey pictures of clothes, 28 x 28, in ten classes.
/// </summary>
public static class FashionMnist
{
    /// <summary>Where Debian's package puts it.</summary>
    public const string DebianFolder = "/usr/share/datasets/fashion-mnist";

    private const string Source =
        "Debian and Ubuntu have it (apt-get install dataset-fashion-mnist); elsewhere, get the four files from "
        + "https://github.com/zalandoresearch/fashion-mnist and name their folder.";

    /// <summary>What the classes are called.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>Reads the images to train with and those to test with.</summary>
    /// <param name="folder">Where the four files lie; by default where Debian's package puts them.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which, and how to get it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static (ImageSet Training, ImageSet Test) Load(string? folder = null) =>
        MnistFamily.Load(new DataFolder("Fashion-MNIST", folder ?? DebianFolder, Source), Classes);
}
