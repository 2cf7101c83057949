using System.Globalization;

namespace NetGen.Generator.Writing;

/// <summary>Numbers as text, the same on every machine, whatever its culture.</summary>
internal static class Numbers
{
    /// <summary>A number with separators, for people.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number as a literal.</summary>
    public static string Literal(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of type double, rounded to four digits.</summary>
    public static string Rounded(double number) =>
        double.IsNaN(number) ? "double.NaN"
        : double.IsInfinity(number) ? number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity"
        : number.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A number as a literal.</summary>
    public static string Literal(float number) => Shortest(number) + "f";

    /// <summary>The shortest text that reads back as the same bits, the same on every runtime that hosts the compiler.</summary>
    public static string Shortest(float number)
    {
        string text = "";
        for (int digits = 1; digits <= 9; digits++)
        {
            text = number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (float.Parse(text, CultureInfo.InvariantCulture) == number)
                break;
        }

        return text;
    }
}
