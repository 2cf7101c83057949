using NetGen.Experiments.Images;

namespace NetGen.Experiments.PlainImages;

/// <summary>The images that readouts are fitted to, those that they are tried on, and those that are shown.</summary>
internal sealed class Gallery
{
    private const int MostImages = 640;
    private const int MostShown = 3;

    private readonly float[] inputs;
    private readonly int[] labels;
    private readonly int length;

    public Gallery(ImageTask task)
    {
        ReadOnlySpan<float> first = task.FirstTests(MostImages, out ReadOnlySpan<int> classes);
        (inputs, labels, length) = (first.ToArray(), classes.ToArray(), task.Test.Shape.Length);
        Fitted = labels.Length * 4 / 5;
        Shown =
        [
            .. labels.Index().Skip(Fitted).DistinctBy(static image => image.Item).Select(image => image.Index - Fitted).Take(MostShown),
        ];
    }

    public int Count => labels.Length;

    /// <summary>How many of them a readout is fitted to: the first four fifths.</summary>
    public int Fitted { get; }

    /// <summary>The indices, among the unseen, of images of different classes.</summary>
    public IReadOnlyList<int> Shown { get; }

    public IReadOnlyList<float[]> FittedImages => [.. Enumerable.Range(0, Fitted).Select(Image)];

    public IReadOnlyList<float[]> UnseenImages => [.. Enumerable.Range(Fitted, Count - Fitted).Select(Image)];

    public float[] Image(int index) => inputs.AsSpan(index * length, length).ToArray();

    /// <summary>Images one behind the other, and their classes.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="classes">The class of each.</param>
    public ReadOnlySpan<float> Batch(int start, int count, out ReadOnlySpan<int> classes)
    {
        classes = labels.AsSpan(start, count);
        return inputs.AsSpan(start * length, count * length);
    }
}
