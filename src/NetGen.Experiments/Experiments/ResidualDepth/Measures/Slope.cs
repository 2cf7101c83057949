namespace NetGen.Experiments.ResidualDepth;

/// <summary>The straight line of least squares through equally distant values.</summary>
/// <param name="PerStep">By how much it changes from one to the next.</param>
/// <param name="StandardError">
/// How far off the slope is by chance, where values scatter independently around the line:
/// <c>sqrt(Σ residual² / (n - 2) / Σ (x - mean x)²)</c>; not a number for fewer than three values.
/// </param>
internal readonly record struct Slope(double PerStep, double StandardError)
{
    public static Slope Of(IReadOnlyList<double> values)
    {
        double middle = (values.Count - 1) / 2.0;
        double mean = values.Average();
        double squares = values.Select((_, place) => (place - middle) * (place - middle)).Sum();
        double slope = squares == 0 ? 0 : values.Select((value, place) => (place - middle) * value).Sum() / squares;
        double residuals = values.Select((value, place) => value - mean - slope * (place - middle))
            .Sum(static residual => residual * residual);
        return new Slope(slope, values.Count < 3 ? double.NaN : Math.Sqrt(residuals / (values.Count - 2) / squares));
    }

    /// <summary>Slope and standard error, in one form.</summary>
    public override string ToString() => $"{Number.Short(PerStep)} ± {Number.ShortBeside(StandardError, PerStep)}";
}
