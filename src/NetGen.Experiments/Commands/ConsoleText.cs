using System.Text.RegularExpressions;

namespace NetGen.Experiments.Commands;

/// <summary>Text in lines of limited length, which never break inside a number or between a number and its range.</summary>
internal static partial class ConsoleText
{
    /// <summary>What is not to be broken: words, ranges, and numbers with the numbers and ranges behind them.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        List<string> words = [];
        foreach (string word in Pieces().Matches(text).Select(static match => match.Value))
        {
            if (words.Count > 0 && IsNumeric(words[^1]) && IsNumeric(word))
                words[^1] += ' ' + word;
            else
                words.Add(word);
        }

        return words;
    }

    /// <summary>Breaks text into lines. A word that is longer than a line stands alone in one.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        foreach (string word in Words(text))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
                lines[^1] += ' ' + word;
            else
                lines.Add(word);
        }

        return lines;
    }

    /// <summary>Whether it is a number, a range, or a list of them.</summary>
    public static bool IsNumeric(string text) => Numeric().IsMatch(text);

    /// <summary>A number without the range behind it.</summary>
    public static string WithoutRange(string text) => Range().Replace(text, "");

    [GeneratedRegex(@"\[[^\]]*\]\S*|\S+")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"^[-+−\[(]?[\d∞][^\p{L}]*(e-?\d+[^\p{L}]*)*(µs|MB)?$")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<=[\d∞]) \[[^\]]*\]")]
    private static partial Regex Range();
}
