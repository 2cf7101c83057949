namespace NetGen.Data;

/// <summary>
/// Images of one shape, and the class of each. It does not change, and any number of threads may read it. Parts of it share its memory
/// where they can.
/// </summary>
public sealed class ImageSet
{
    private readonly ReadOnlyMemory<byte> pixels;
    private readonly ReadOnlyMemory<int> labels;

    /// <summary>Copies images and their labels.</summary>
    /// <param name="shape">The shape of each image.</param>
    /// <param name="pixels">The images one behind the other, <c>[count, height, width, channels]</c>.</param>
    /// <param name="labels">The class of each image, an index into <paramref name="classes"/>. There is at least one.</param>
    /// <param name="classes">What the classes are called.</param>
    /// <exception cref="ArgumentException">There is no image, lengths differ, or a label is the index of no class.</exception>
    public ImageSet(ImageShape shape, ReadOnlySpan<byte> pixels, ReadOnlySpan<int> labels, IEnumerable<string> classes)
        : this(shape, [.. classes], pixels.ToArray(), labels.ToArray())
    {
        if (labels.IsEmpty)
            throw new ArgumentException("Expected at least one image, got none.", nameof(labels));
        if (pixels.Length != (long)labels.Length * shape.Length)
        {
            throw new ArgumentException(
                $"Expected {labels.Length} images of {shape}, {(long)labels.Length * shape.Length} values, got {pixels.Length}.",
                nameof(pixels));
        }

        if (labels.IndexOfAnyExceptInRange(0, Classes.Count - 1) is >= 0 and int wrong)
        {
            throw new ArgumentException(
                $"Expected labels from 0 to {Classes.Count - 1}, got {labels[wrong]} for image {wrong}.", nameof(labels));
        }
    }

    internal ImageSet(ImageShape shape, IReadOnlyList<string> classes, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<int> labels)
    {
        Shape = shape;
        this.pixels = pixels;
        this.labels = labels;
        Classes = classes;
    }

    /// <summary>The number of images, at least 1.</summary>
    public int Count => labels.Length;

    /// <summary>The shape of each image.</summary>
    public ImageShape Shape { get; }

    /// <summary>What the classes are called. A label is an index into this list.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>All images, <c>[count, height, width, channels]</c>, from 0 for black to 255.</summary>
    public ReadOnlySpan<byte> Pixels => pixels.Span;

    /// <summary>The class of each image.</summary>
    public ReadOnlySpan<int> Labels => labels.Span;

    /// <summary>The values of an image, <c>[height, width, channels]</c>.</summary>
    /// <param name="index">Which one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return Pixels.Slice(index * Shape.Length, Shape.Length);
        }
    }

    /// <summary>The first images.</summary>
    /// <param name="count">How many, from 1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many, or none is asked for.</exception>
    public ImageSet Take(int count)
    {
        if (count < 1 || count > Count)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Expected 1 to {Count} images.");

        return new ImageSet(Shape, Classes, pixels[..(count * Shape.Length)], labels[..count]);
    }

    /// <summary>Parts the images at random, for example into those to train with and those to choose settings by.</summary>
    /// <param name="fraction">How much of them the first part gets, rounded to whole images.</param>
    /// <param name="seed">Where <see cref="SeededRandom"/> begins. The same seed gives the same parts everywhere.</param>
    /// <returns>Two sets that have no image in common, and together all. Both are in random order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part would be empty.</exception>
    public (ImageSet First, ImageSet Second) Split(double fraction, long seed)
    {
        double first = Math.Round(fraction * Count);
        if (!(first >= 1 && first < Count))
        {
            throw new ArgumentOutOfRangeException(
                nameof(fraction), fraction, $"Expected a fraction of {Count} images that leaves one for each part.");
        }

        int[] order = [.. Enumerable.Range(0, Count)];
        new SeededRandom(seed).Shuffle<int>(order);
        return (Pick(order.AsSpan(0, (int)first)), Pick(order.AsSpan((int)first)));
    }

    private ImageSet Pick(ReadOnlySpan<int> indices)
    {
        byte[] picked = new byte[indices.Length * Shape.Length];
        int[] pickedLabels = new int[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            this[indices[i]].CopyTo(picked.AsSpan(i * Shape.Length));
            pickedLabels[i] = Labels[indices[i]];
        }

        return new ImageSet(Shape, Classes, picked, pickedLabels);
    }
}
