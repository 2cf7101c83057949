namespace NetGen.Experiments.SignalPropagation;

/// <summary>A kind of error of what is expected.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Tolerance">What counts as close.</param>
/// <param name="Of">The error of a network at a layer, over seeds.</param>
/// <param name="Expected">What is expected of a network there.</param>
/// <param name="Text">An error in words.</param>
internal sealed record PropagationError(
    string Name,
    double Tolerance,
    Func<PropagationRuns, int, Quartiles> Of,
    Func<PropagationRuns, int, double> Expected,
    Func<double, string> Text)
{
    public static PropagationError Deviation { get; } = new(
        "z std",
        0.05,
        static (runs, layer) => runs.DeviationError(layer),
        static (runs, layer) => runs.Expected(layer, static row => row.PreActivationStd),
        static error => error < 10 ? $"{Rounded(100 * error, 1)} %" : $"× {Number.Short(1 + error)}");

    public static PropagationError Cosine { get; } = new(
        "cosine",
        0.02,
        static (runs, layer) => runs.CosineError(layer),
        static (runs, layer) => runs.Expected(layer, static row => row.Cosine),
        static error => Rounded(error, 3));

    public static PropagationError Gradient { get; } = new(
        "log₁₀ of the gradient in ten layers",
        0.05,
        static (runs, layer) => runs.GradientError(layer),
        static (runs, layer) =>
        {
            double first = runs.Expected(1, static row => row.GradientRatio);
            return Math.Log10(first / runs.Expected(layer, static row => row.GradientRatio)) / (layer - 1) * 10;
        },
        static error => Rounded(error, 3));

    public static IReadOnlyList<PropagationError> All { get; } = [Deviation, Cosine, Gradient];

    // Adding 0 turns -0 into 0, which would be written as "-0".
    private static string Rounded(double value, int digits) => (Math.Round(value, digits) + 0.0).ToString(CultureInfo.InvariantCulture);

    /// <summary>How far the typical network of a group is off at a layer: the median over seeds, without its sign.</summary>
    public double Typical(PropagationRuns runs, int layer) => Math.Abs(Of(runs, layer).Median);

    /// <summary>How far half of the combinations of a width are off at most.</summary>
    public double OfHalf(PropagationComparison seen, int width, int layer) =>
        Quartiles.Of(seen.Combinations(width).Select(runs => Typical(runs, layer))).Median;

    /// <summary>The combination of a width that is farthest off.</summary>
    public PropagationRuns Worst(PropagationComparison seen, int width, int layer) =>
        seen.Combinations(width).MaxBy(runs => Typical(runs, layer))!;

    /// <summary>Median and quartiles of the error of a network at a layer.</summary>
    public string Cell(PropagationRuns runs, int layer)
    {
        Quartiles error = Of(runs, layer);
        return $"{Text(error.Median)} [{Text(error.Lower)}, {Text(error.Upper)}]";
    }
}
