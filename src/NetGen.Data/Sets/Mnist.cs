namespace NetGen.Data;

/// <summary>MNIST (LeCun et al. 1998): 60,000 and 10,000 grey pictures of digits written by hand, 28 x 28.</summary>
public static class Mnist
{
    private const string Source =
        "Get the four files, for example from https://ossci-datasets.s3.amazonaws.com/mnist/ (with .gz), and name their folder.";

    /// <summary>What the classes are called.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>Reads the images to train with and those to test with.</summary>
    /// <param name="folder">Where the four files lie.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which, and how to get it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static (ImageSet Training, ImageSet Test) Load(string folder) =>
        MnistFamily.Load(new DataFolder("MNIST", folder, Source), Classes);
}
