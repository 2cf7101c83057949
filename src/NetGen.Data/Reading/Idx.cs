namespace NetGen.Data;

/// <summary>Reads images and labels in the format IDX, that of MNIST and of the sets made after it, plain or compressed by gzip.</summary>
public static class Idx
{
    /// <summary>Reads a file of grey images and the file of their labels.</summary>
    /// <param name="imagesPath">The images, bytes of three dimensions: <c>[count, height, width]</c>.</param>
    /// <param name="labelsPath">The labels, bytes of one dimension: <c>[count]</c>.</param>
    /// <param name="classes">What the classes are called; by default, they have the numbers up to the largest label.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// A file is damaged or of another kind, there are not as many labels as images, or a label is the index of no class.
    /// </exception>
    public static ImageSet Read(string imagesPath, string labelsPath, IReadOnlyList<string>? classes = null)
    {
        IdxFile images = IdxFile.Read(imagesPath, dimensions: 3);
        IdxFile labels = IdxFile.Read(labelsPath, dimensions: 1);
        if (labels.Lengths[0] != images.Lengths[0])
        {
            throw new InvalidDataException(
                $"{labelsPath}: expected {images.Lengths[0]} labels, one for each image of {imagesPath}, got {labels.Lengths[0]}.");
        }

        int[] values = Array.ConvertAll(labels.Values.ToArray(), static label => (int)label);
        classes ??= [.. Enumerable.Range(0, values.Max() + 1).Select(static label => $"{label}")];
        if (values.AsSpan().IndexOfAnyExceptInRange(0, classes.Count - 1) is >= 0 and int wrong)
        {
            throw new InvalidDataException(
                $"{labelsPath}: expected labels from 0 to {classes.Count - 1}, got {values[wrong]} for image {wrong}.");
        }

        return new ImageSet(new ImageShape(images.Lengths[1], images.Lengths[2], 1), [.. classes], images.Values, values);
    }
}
