namespace NetGen.Experiments.Reporting.Svg;

/// <summary>The extent of text, estimated: a drawing cannot ask for the reader's font.</summary>
internal static class TextLines
{
    public static double Width(string text, double size, bool bold = false) => text.Length * size * (bold ? 0.63 : 0.55);

    /// <summary>Breaks text at spaces into lines that fit.</summary>
    public static IEnumerable<string> Wrap(string text, double size, double width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
            yield return line;
    }
}
