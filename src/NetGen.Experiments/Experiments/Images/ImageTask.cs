using NetGen.Data;

namespace NetGen.Experiments.Images;

/// <summary>The images to train with and those to test with, as networks are shown them.</summary>
internal sealed class ImageTask
{
    /// <summary>How many of the test images are enough to see how far a training is.</summary>
    public const int Glanced = 1000;

    private static readonly ImageShape shape = new(28, 28, 1);

    private readonly float[] testInputs;

    /// <param name="name">What the set of images is called.</param>
    /// <param name="training">The images to train with.</param>
    /// <param name="test">Those to test with.</param>
    public ImageTask(string name, ImageSet training, ImageSet test)
    {
        (Name, Training, Test) = (name, training, test);
        Normalization = Normalization.Of(training);
        testInputs = new float[test.Pixels.Length];
        using ImageBatches batches = ImageBatches.InOrder(test, Glanced, Normalization);
        for (int start = 0; batches.Next(out ImageBatch batch); start += batch.Inputs.Length)
            batch.Inputs.CopyTo(testInputs.AsSpan(start));
    }

    public string Name { get; }

    public ImageSet Training { get; }

    public ImageSet Test { get; }

    /// <summary>Measured on the images to train with alone.</summary>
    public Normalization Normalization { get; }

    /// <summary>All test images, normalized, <c>[count, height, width, channels]</c>.</summary>
    public ReadOnlySpan<float> TestInputs => testInputs;

    /// <summary>Reads the set that lies in a folder.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="examples">How many of the images to train with are taken, or all where there are no more.</param>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static ImageTask Load(string folder, int examples)
    {
        (string name, ImageSet training, ImageSet test) = ImageFolder.Load(folder);
        return new ImageTask(name, training.Take(Math.Min(examples, training.Count)), test);
    }

    /// <summary>Why the images of a folder will not do, or null: what is wrong with its files, or what somebody says of them.</summary>
    /// <param name="option">The name of the option that names the folder.</param>
    /// <param name="folder">Where they lie.</param>
    /// <param name="examples">How many of the images to train with are taken.</param>
    /// <param name="objection">What there is to say of the images themselves.</param>
    public static string? ObjectionTo(string option, string folder, int examples, Func<ImageTask, string?> objection)
    {
        try
        {
            return objection(Load(folder, examples));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return $"{option}: {exception.Message}";
        }
    }

    /// <summary>Why networks for images of Fashion-MNIST cannot be trained with batches of these, or null.</summary>
    public string? Objection(int batch)
    {
        if (Training.Shape != shape)
            return $"Expected images of {shape}, got images of {Training.Shape}.";
        return ObjectionToBatch(batch);
    }

    /// <summary>Why there is no such batch, or null.</summary>
    public string? ObjectionToBatch(int batch) =>
        batch > Training.Count ? $"--batch expects at most {Training.Count}, as many as there are images; got {batch}." : null;

    /// <summary>The first test images, normalized.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="labels">The class of each.</param>
    public ReadOnlySpan<float> FirstTests(int most, out ReadOnlySpan<int> labels)
    {
        int count = Math.Min(most, Test.Count);
        labels = Test.Labels[..count];
        return TestInputs[..(count * Test.Shape.Length)];
    }
}
