namespace NetGen.Benchmarks;

// benchmarks/compare compiles this file, too.

/// <summary>The matrix products of a forward pass, for one example: how often each weight is multiplied by, and attention.</summary>
/// <param name="Positions">
/// How often it multiplies by each parameter of two dimensions or more, in their order; 0 where it takes rows of one or adds them. Where it
/// is empty, it is once for each.
/// </param>
/// <param name="Attention">The operations of scores and of means of values, in all layers.</param>
internal sealed record ForwardProducts(IReadOnlyList<int> Positions, double Attention = 0)
{
    private const int Patches = 49, Blocks = 6;

    /// <summary>Each weight once.</summary>
    public static ForwardProducts OfVector { get; } = new([]);

    /// <summary>Those of <see cref="ViT64"/>, or of another width.</summary>
    public static ForwardProducts OfViT(int width) => new(
        [Patches, 0, .. Enumerable.Repeat(Patches, 4 * Blocks), 1], Blocks * OfAttention(Patches * Patches, width));

    /// <summary>Those of <see cref="MicroGpt"/>, of a document of so many letters: what lies behind does not count.</summary>
    public static ForwardProducts OfMicroGpt(int letters) =>
        new([0, 0, letters, letters, letters, letters, letters], OfAttention(letters * (letters + 1) / 2, 16));

    /// <summary>Both products of attention.</summary>
    /// <param name="pairs">How many positions attend to how many, all together.</param>
    /// <param name="width">The length of a query, of all heads together.</param>
    public static double OfAttention(int pairs, int width) => 4.0 * pairs * width;

    /// <summary>The floating-point operations of all of them; a multiply-add counts as two.</summary>
    public double Flops(NetworkInfo network) => OfWeights(network).Sum() + Attention;

    /// <summary>
    /// Those of a training step: backwards there are two for each, those of attention among them, but that nothing asks for the gradient of
    /// the input.
    /// </summary>
    public double StepFlops(NetworkInfo network) => 3 * Flops(network) - OfWeights(network).First();

    private IEnumerable<double> OfWeights(NetworkInfo network) =>
        network.Parameters.Where(static parameter => parameter.Shape.Length > 1).Select((parameter, index) =>
            2.0 * (Positions.Count == 0 ? 1 : Positions[index]) * parameter.Shape.Aggregate(1.0, static (size, next) => size * next));
}
