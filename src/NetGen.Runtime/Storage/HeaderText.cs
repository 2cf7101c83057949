using System.Buffers;
using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>What a header may say: text that comes back as it was.</summary>
internal static class HeaderText
{
    /// <summary>What is wrong with a name or a note, or null.</summary>
    public static string? Fault(string? text)
    {
        if (text is null)
            return "null";
        if (text.Length > SafetensorsFile.MaxHeaderLength)
            return $"one of {text.Length} characters, more than the {SafetensorsFile.MaxHeaderLength} bytes of a header";

        // UTF-8 has no half of a surrogate pair: all of them would become the same replacement character.
        for (int position = 0; position < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(position), out _, out int length) != OperationStatus.Done)
                return $"\"{text}\", whose character {position} is U+{((int)text[position]).ToString("X4", CultureInfo.InvariantCulture)}, half a surrogate pair";

            position += length;
        }

        return null;
    }
}
