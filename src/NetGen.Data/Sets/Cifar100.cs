namespace NetGen.Data;

/// <summary>CIFAR-100 (Krizhevsky 2009): 50,000 and 10,000 photographs, 32 x 32 in colour, in a hundred classes.</summary>
public static class Cifar100
{
    private const int CoarseClasses = 20;
    private const string ArchiveFolder = "cifar-100-binary";
    private const string Source =
        "Get cifar-100-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the folder.";

    /// <summary>What the hundred classes are called.</summary>
    public static IReadOnlyList<string> Classes { get; } =
    [
        "apple", "aquarium_fish", "baby", "bear", "beaver", "bed", "bee", "beetle", "bicycle", "bottle",
        "bowl", "boy", "bridge", "bus", "butterfly", "camel", "can", "castle", "caterpillar", "cattle",
        "chair", "chimpanzee", "clock", "cloud", "cockroach", "couch", "crab", "crocodile", "cup", "dinosaur",
        "dolphin", "elephant", "flatfish", "forest", "fox", "girl", "hamster", "house", "kangaroo", "keyboard",
        "lamp", "lawn_mower", "leopard", "lion", "lizard", "lobster", "man", "maple_tree", "motorcycle", "mountain",
        "mouse", "mushroom", "oak_tree", "orange", "orchid", "otter", "palm_tree", "pear", "pickup_truck", "pine_tree",
        "plain", "plate", "poppy", "porcupine", "possum", "rabbit", "raccoon", "ray", "road", "rocket",
        "rose", "sea", "seal", "shark", "shrew", "skunk", "skyscraper", "snail", "snake", "spider",
        "squirrel", "streetcar", "sunflower", "sweet_pepper", "table", "tank", "telephone", "television", "tiger", "tractor",
        "train", "trout", "tulip", "turtle", "wardrobe", "whale", "willow_tree", "wolf", "woman", "worm",
    ];

    private static readonly CifarFormat format = new([CoarseClasses, Classes.Count], Classes);

    /// <summary>Reads the images to train with and those to test with.</summary>
    /// <param name="folder">Where the two files lie, or the folder that the archive unpacks to.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which, and how to get it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static (ImageSet Training, ImageSet Test) Load(string folder)
    {
        string[] paths = DataFolder.Unpacked("CIFAR-100", folder, ArchiveFolder, Source).Find("train.bin", "test.bin");
        return (format.Read(paths[..1]), format.Read(paths[1..]));
    }

    /// <summary>Reads single files, one behind the other, plain or compressed by gzip.</summary>
    /// <param name="paths">The files, at least one.</param>
    /// <exception cref="ArgumentException">No file is named.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static ImageSet Read(params string[] paths) => format.Read(paths);
}
