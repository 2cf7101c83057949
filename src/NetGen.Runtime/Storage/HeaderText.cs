using System.Buffers;
using System.Text;

namespace NetGen;

/// <summary>The strings of a header: text that comes back as it was.</summary>
internal static class HeaderText
{
    private const int ShownLength = 60;

    /// <exception cref="ArgumentException">It is null, longer than a header, or no text.</exception>
    public static void Require(string? text, string expected)
    {
        if (text is null)
            throw new ArgumentException($"Expected {expected}, got null.");
        if (text.Length > SafetensorsHeader.MaxLength)
        {
            throw new ArgumentException(
                $"Expected {expected} of at most {SafetensorsHeader.MaxLength} bytes, got {text.Length} characters.");
        }

        // UTF-8 has no half of a surrogate pair: all of them would become the same replacement character.
        for (int position = 0; position < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(position), out _, out int length) != OperationStatus.Done)
            {
                throw new ArgumentException(
                    $"Expected {expected}, got \"{Around(text, position)}\", whose character {position} is U+{(int)text[position]:X4}, "
                    + "half a surrogate pair.");
            }

            position += length;
        }
    }

    /// <summary>What a message shows of a text that may be very long.</summary>
    public static string Around(string text, int position)
    {
        int from = Math.Clamp(position - ShownLength / 2, 0, Math.Max(0, text.Length - ShownLength));
        int to = Math.Min(text.Length, from + ShownLength);
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
    }
}
