using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.PlainAttention;

/// <summary>A coder <c>D ReLU(E h + e) + d</c> in the place of a residual connection, for a stream of signed numbers.</summary>
/// <param name="Letter">Its name.</param>
/// <param name="Width">Its number of hidden units.</param>
/// <param name="Description">What it is, in a sentence.</param>
/// <param name="Written">It as it is written down, or null where it is trained alone.</param>
internal sealed record PathCoder(string Letter, int Width, string Description, Coder? Written)
{
    /// <summary>Coder C gives back what is not below minus this.</summary>
    public const float Shift = 8;

    private const int Stream = TransformerLayers.Width;

    /// <summary>Half as wide as the stream, as in the source.</summary>
    public static PathCoder B { get; } = new(
        "B", Stream / 2, "half as wide as the stream, as in the source; trained alone on normal vectors, from D = Eᵀ orthogonal", null);

    public static PathCoder C { get; } = new(
        "C",
        Stream,
        $"as wide as the stream, written down: E = I, e = {Shift}, D = I, d = -{Shift}; exact but for rounding where h ≥ -{Shift}",
        new Coder(
            Diagonal(Stream, 1), [.. Enumerable.Repeat(Shift, Stream)], Diagonal(Stream, 1), [.. Enumerable.Repeat(-Shift, Stream)]));

    /// <summary>Twice as wide as the stream: <c>h = ReLU(h) - ReLU(-h)</c>.</summary>
    public static PathCoder Twice { get; } = new(
        "2D",
        2 * Stream,
        "twice as wide as the stream, written down: E = [I; -I], D = [I, -I]; exact for every h",
        new Coder(
            [.. Diagonal(Stream, 1), .. Diagonal(Stream, -1)], new float[2 * Stream],
            [.. Diagonal(Stream, 1).Chunk(Stream).Zip(Diagonal(Stream, -1).Chunk(Stream), static (left, right) => left.Concat(right))
                .SelectMany(static row => row)],
            new float[Stream]));

    public static IReadOnlyList<PathCoder> All { get; } = [B, C, Twice];

    /// <summary>It, once it is trained.</summary>
    public Coder Of(Pretraining trained, CancellationToken stop) => Written ?? trained.Await(stop);

    private static float[] Diagonal(int width, float value)
    {
        float[] matrix = new float[width * width];
        for (int unit = 0; unit < width; unit++)
            matrix[unit * width + unit] = value;
        return matrix;
    }
}
