namespace NetGen.Experiments.Reporting;

/// <summary>How long something takes, in units that a person reads: <c>40 s</c>, <c>3 h 20 min</c>, <c>330 days</c>.</summary>
internal static class Duration
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const int Day = 24 * Hour;
    private const int Year = 365 * Day;

    /// <summary>A time of any length, rounded to the smaller of its two units.</summary>
    public static string Text(double seconds) => seconds switch
    {
        < Minute - 0.5 => $"{seconds:F0} s",
        < Hour - 0.5 => Units(seconds, 60, "min", "s"),
        < Day - Minute / 2 => Units(seconds / Minute, 60, "h", "min"),
        < 10 * Day => Units(seconds / Hour, 24, "d", "h"),
        < 2 * Year => $"{seconds / Day:F0} days",
        < 1e12 => string.Create(CultureInfo.InvariantCulture, $"{seconds / Year:N0} years"),
        _ => "no one knows how long",
    };

    private static string Units(double amount, int ratio, string large, string small)
    {
        long whole = (long)Math.Round(amount);
        return whole % ratio == 0 ? $"{whole / ratio} {large}" : $"{whole / ratio} {large} {whole % ratio} {small}";
    }
}
