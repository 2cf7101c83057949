using System.Globalization;

namespace NetGen.Generator.Judging;

/// <summary>How expected sizes are written: the theory is worth two digits of them.</summary>
internal static class SignalNumber
{
    public static string Text(double number) => number switch
    {
        double.PositiveInfinity => "infinity",
        0 => "0",
        >= 1e-3 and < 1e4 =>
            Math.Round(number, Math.Max(0, 1 - (int)Math.Floor(Math.Log10(number)))).ToString("0.####", CultureInfo.InvariantCulture),
        _ => number.ToString("0.#e-0", CultureInfo.InvariantCulture),
    };

    /// <summary>A cosine, whose distance from 1 is what counts.</summary>
    public static string Cosine(double cosine) =>
        cosine > 0.9999 ? "above 0.9999" : cosine.ToString("0.####", CultureInfo.InvariantCulture);
}
