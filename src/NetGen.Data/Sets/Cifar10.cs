namespace NetGen.Data;

/// <summary>CIFAR-10 (Krizhevsky 2009): 50,000 and 10,000 photographs, 32 x 32 in colour, in ten classes.</summary>
public static class Cifar10
{
    private const string ArchiveFolder = "cifar-10-batches-bin";
    private const string Source =
        "Get cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the folder.";

    /// <summary>What the classes are called.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    private static readonly CifarFormat format = new([Classes.Count], Classes);

    /// <summary>Reads the images to train with and those to test with.</summary>
    /// <param name="folder">Where the six files lie, or the folder that the archive unpacks to.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which, and how to get it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static (ImageSet Training, ImageSet Test) Load(string folder)
    {
        string[] paths = DataFolder.Unpacked("CIFAR-10", folder, ArchiveFolder, Source).Find(
            "data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin");
        return (format.Read(paths[..^1]), format.Read(paths[^1..]));
    }

    /// <summary>Reads single files, one behind the other, plain or compressed by gzip.</summary>
    /// <param name="paths">The files, at least one.</param>
    /// <exception cref="ArgumentException">No file is named.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static ImageSet Read(params string[] paths) => format.Read(paths);
}
