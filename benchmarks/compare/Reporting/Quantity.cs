namespace NetGen.Compare.Reporting;

/// <summary>Numbers as people read them, with three digits.</summary>
internal static class Quantity
{
    public static string Time(double seconds) => seconds switch
    {
        >= 1 => $"{Digits(seconds)} s",
        >= 1e-3 => $"{Digits(seconds * 1e3)} ms",
        >= 1e-6 => $"{Digits(seconds * 1e6)} us",
        _ => $"{Digits(seconds * 1e9)} ns",
    };

    public static string Ratio(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} x");

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F0} %");

    public static string Rate(double perSecond, string unit) => $"{Digits(perSecond / 1e9)} {unit}";

    private static string Digits(double value) =>
        value.ToString(value >= 100 ? "F0" : value >= 10 ? "F1" : "F2", CultureInfo.InvariantCulture);
}
