using System.Globalization;
using System.Text;

namespace NetGen.Generator;

/// <summary>Text of C# that grows line by line, indented by blocks. Lines end in <c>\n</c> and numbers are invariant on every machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line() => text.Append('\n');

    public void Line(string line)
    {
        if (line.Length > 0)
            text.Append(' ', depth * 4).Append(line);
        text.Append('\n');
    }

    /// <summary>Writes lines that were written together.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Replace("\r", "").Split('\n'))
            Line(line);
    }

    /// <summary>Opens a block that ends when the result is disposed.</summary>
    public Block Open(string header = "")
    {
        if (header.Length > 0)
            Lines(header);
        Line("{");
        depth++;
        return new Block(this);
    }

    public override string ToString() => text.ToString();

    /// <summary>A number with separators, for people.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number as a literal.</summary>
    public static string Literal(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of type double, rounded to four digits.</summary>
    public static string Rounded(double number) =>
        double.IsNaN(number) ? "double.NaN"
        : double.IsInfinity(number) ? number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity"
        : number.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>The shortest literal that reads back as the same bits, the same on every runtime that hosts the compiler.</summary>
    public static string Literal(float number)
    {
        string text = "";
        for (int digits = 1; digits <= 9; digits++)
        {
            text = number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (float.Parse(text, CultureInfo.InvariantCulture) == number)
                break;
        }

        return text + "f";
    }

    public readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line("}");
        }
    }
}
