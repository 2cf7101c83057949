using System.Globalization;
using System.Text;

namespace NetGen.Generator.Writing;

/// <summary>Texts that come from outside, such as names of files, as code.</summary>
internal static class Texts
{
    /// <summary>A text as a literal.</summary>
    public static string Literal(string text) => $"\"{Escape(text)}\"";

    /// <summary>What stands between the quotes of a literal: one line, whatever is in it.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new();
        foreach (char character in text)
        {
            if (character is '"' or '\\')
                escaped.Append('\\').Append(character);
            else if (char.IsControl(character) || character is '\u2028' or '\u2029')
                escaped.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }
}
