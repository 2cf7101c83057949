namespace NetGen.Plotting.Figures;

/// <summary>Numbers for the eye, everywhere in the same form.</summary>
internal static class Number
{
    /// <summary>From here to <see cref="PlainEnd"/> a number is written without a power of ten.</summary>
    private const double PlainStart = 0.01;

    private const double PlainEnd = 1e4;

    /// <summary>Three significant digits: <c>0.334</c>, <c>15.7</c>, <c>1250</c>, <c>3.37e4</c>, <c>8.60e-19</c>.</summary>
    public static string Short(double value) => IsPlain(value) ? Plain(value) : Scientific(value);

    /// <summary>
    /// The number beside another of its kind: in the form of the other where the two are of like size, up to ten times outside the range of
    /// plain numbers.
    /// </summary>
    public static string ShortBeside(double value, double other) =>
        IsPlain(other) && Math.Abs(value) is (>= PlainStart / 10 and < PlainEnd * 10) or 0 ? Plain(value) : Scientific(value);

    private static bool IsPlain(double value) => Math.Abs(Rounded(value)) is (>= PlainStart and < PlainEnd) or 0 || !double.IsFinite(value);

    private static string Plain(double value) => double.IsFinite(value) && value != 0
        ? Rounded(value).ToString(
            "F" + Math.Max(0, 2 - (int)Math.Floor(Math.Log10(Math.Abs(Rounded(value))))), CultureInfo.InvariantCulture)
        : Exceptional(value);

    private static string Scientific(double value) => double.IsFinite(value) && value != 0
        ? value.ToString("0.00e+0", CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal)
        : Exceptional(value);

    private static string Exceptional(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "-∞",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>As it is written, so that 9.999 counts as 10.0, which has one digit behind the point and not two.</summary>
    private static double Rounded(double value) =>
        double.Parse(value.ToString("0.00e+0", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A tick of an axis, without needless digits: <c>0.2</c>, <c>500</c>.</summary>
    public static string Tick(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>
    /// Ticks that stand together, evenly apart: <c>0.2</c>, <c>0.4</c>, or, where they are very small or large, all as multiples of one
    /// power of ten: <c>1.5·10⁻⁷</c>.
    /// </summary>
    public static IReadOnlyList<string> Ticks(IReadOnlyList<double> values)
    {
        double largest = values.Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (largest is 0 or (>= 1e-3 and < 1e6))
            return [.. values.Select(Tick)];

        int exponent = (int)Math.Floor(Math.Log10(largest));
        return [.. values.Select(value => value == 0 ? "0" : $"{Tick(value / Math.Pow(10, exponent))}·10{Raised(exponent)}")];
    }

    /// <summary>
    /// Powers of ten, or multiples of them, that stand together: <c>0.01</c>, <c>1000</c>, or, where one of them would be long, all as
    /// <c>10⁻¹⁹</c>, <c>2·10⁻¹⁹</c>.
    /// </summary>
    public static IReadOnlyList<string> PowersOfTen(IReadOnlyList<int> exponents, double factor = 1)
    {
        if (exponents.All(static exponent => exponent is >= -3 and <= 3))
            return [.. exponents.Select(exponent => Tick(factor * Math.Pow(10, exponent)))];

        string times = factor == 1 ? "" : $"{Tick(factor)}·";
        return [.. exponents.Select(exponent => $"{times}10{Raised(exponent)}")];
    }

    private static string Raised(int exponent) =>
        string.Concat(
            exponent.ToString(CultureInfo.InvariantCulture).Select(static c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));

    /// <summary>A share as a percentage: <c>97.3 %</c>.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>How many there are of something: <c>1 seed</c>, <c>20 seeds</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
