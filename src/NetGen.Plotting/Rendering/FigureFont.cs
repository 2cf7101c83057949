using System.Text;
using SkiaSharp;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// The font of all figures, which travels in the assembly: figures look the same whatever fonts a machine has. Where Skia finds no font it
/// draws no text and reports no error, so text that this font cannot show is an error.
/// </summary>
internal static class FigureFont
{
    /// <summary>The weight of an ordinary word.</summary>
    public static SKTypeface Regular { get; } = Load("Inter-Regular.otf");

    /// <summary>The weight of titles and names.</summary>
    public static SKTypeface SemiBold { get; } = Load("Inter-SemiBold.otf");

    /// <summary>The width of a text in pixels.</summary>
    /// <exception cref="ArgumentException">The font lacks a character.</exception>
    public static float Width(string text, float size, bool bold = false)
    {
        using SKFont font = new(Shown(text, bold), size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        return font.MeasureText(text);
    }

    /// <summary>The typeface that shows a text.</summary>
    /// <exception cref="ArgumentException">The font lacks a character.</exception>
    public static SKTypeface Shown(string text, bool bold = false)
    {
        SKTypeface typeface = bold ? SemiBold : Regular;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (typeface.GetGlyph(rune.Value) == 0)
                throw new ArgumentException(
                    $"Expected characters that the font of figures, {typeface.FamilyName}, has; "
                        + $"got '{rune}' (U+{rune.Value:X4}) in \"{text}\".",
                    nameof(text));
        }

        return typeface;
    }

    /// <summary>Breaks text at spaces into lines that fit.</summary>
    public static IReadOnlyList<string> Wrap(string text, float size, float width, bool bold = false)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size, bold) <= width)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        }

        return lines;
    }

    private static SKTypeface Load(string name)
    {
        using Stream stream = EmbeddedFile.Open(name);
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"Expected \"{name}\" in the assembly to be a font.");
    }
}
