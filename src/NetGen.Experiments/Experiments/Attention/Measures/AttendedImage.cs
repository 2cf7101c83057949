using NetGen.Experiments.Images;

namespace NetGen.Experiments.Attention;

/// <summary>An image, and where heads look at on it.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Pixels">Its values, row by row, from 0 for black to 255.</param>
/// <param name="Received">What each patch gets of the looks of each head, by layer and head; together 1.</param>
internal sealed record AttendedImage(int Class, IReadOnlyList<byte> Pixels, IReadOnlyList<IReadOnlyList<double[]>> Received)
{
    private const int Most = 6;

    /// <summary>The first test image of each class, as far as they were looked at.</summary>
    public static IReadOnlyList<AttendedImage> Of(ImageTask task, IReadOnlyList<HeadWeights> layers) =>
    [
        .. Enumerable.Range(0, layers.Count == 0 ? 0 : layers[0].Examples)
            .DistinctBy(example => task.Test.Labels[example])
            .Take(Most)
            .Select(example => new AttendedImage(
                task.Test.Labels[example],
                [.. task.Test[example]],
                [.. layers.Select(layer => Enumerable.Range(0, layer.Heads).Select(head => layer.Received(example, head)).ToArray())])),
    ];

    /// <summary>What each patch gets of the looks of a layer's heads together.</summary>
    public double[] ReceivedFrom(int layer) =>
        [.. Enumerable.Range(0, Received[layer][0].Length).Select(patch => Received[layer].Average(head => head[patch]))];
}
