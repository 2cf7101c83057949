using NetGen.Data;

namespace NetGen.Experiments.Images;

/// <summary>A folder with a set of images, known by the files that lie in it.</summary>
internal static class ImageFolder
{
    /// <summary>Reads whichever set lies in a folder: CIFAR-10, CIFAR-100, or else Fashion-MNIST.</summary>
    /// <param name="folder">The folder, or the one that an archive of CIFAR was unpacked in.</param>
    /// <returns>The name of the set, the images to train with and those to test with.</returns>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static (string Name, ImageSet Training, ImageSet Test) Read(string folder)
    {
        (string name, (ImageSet training, ImageSet test)) =
            Holds(folder, "cifar-10-batches-bin", "data_batch_1.bin") ? ("CIFAR-10", Cifar10.Load(folder))
            : Holds(folder, "cifar-100-binary", "train.bin") ? ("CIFAR-100", Cifar100.Load(folder))
            : ("Fashion-MNIST", FashionMnist.Load(folder));
        return (name, training, test);
    }

    private static bool Holds(string folder, string archive, string file) =>
        new[] { folder, Path.Join(folder, archive) }.Any(
            place => File.Exists(Path.Join(place, file)) || File.Exists(Path.Join(place, file + ".gz")));
}
