using NetGen.Data;

namespace NetGen.Experiments.Images;

/// <summary>A folder with a set of images, which is known by the names of its files.</summary>
internal static class ImageFolder
{
    private static readonly (string Name, string[] Signs, Func<string, (ImageSet Training, ImageSet Test)> Load)[] sets =
    [
        ("CIFAR-10", ["cifar-10-batches-bin", "data_batch_1.bin", "data_batch_1.bin.gz"], Cifar10.Load),
        ("CIFAR-100", ["cifar-100-binary", "train.bin", "train.bin.gz"], Cifar100.Load),
    ];

    /// <summary>Reads CIFAR-10 or CIFAR-100 where they are, and else Fashion-MNIST.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static (string Name, ImageSet Training, ImageSet Test) Load(string folder)
    {
        (string name, _, Func<string, (ImageSet Training, ImageSet Test)> load) = sets.FirstOrDefault(
            set => set.Signs.Any(sign => Path.Exists(Path.Join(folder, sign))),
            ("Fashion-MNIST", [], FashionMnist.Load));
        (ImageSet training, ImageSet test) = load(folder);
        return (name, training, test);
    }
}
