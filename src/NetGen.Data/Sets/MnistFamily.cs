namespace NetGen.Data;

/// <summary>Sets whose four files are named like those of MNIST.</summary>
internal static class MnistFamily
{
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static (ImageSet Training, ImageSet Test) Load(DataFolder folder, IReadOnlyList<string> classes)
    {
        string[] paths = folder.Find(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
        ImageSet training = Idx.Read(paths[0], paths[1], classes), test = Idx.Read(paths[2], paths[3], classes);
        if (test.Shape != training.Shape)
            throw new InvalidDataException($"{paths[2]}: expected images of {training.Shape}, as in {paths[0]}, got {test.Shape}.");

        return (training, test);
    }
}
