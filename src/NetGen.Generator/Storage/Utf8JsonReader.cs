using System.Globalization;
using System.Text;

namespace NetGen.Generator.Storage;

/// <summary>
/// Reads JSON (RFC 8259) token by token, as that of <c>System.Text.Json</c> does, which no generator may count on: strict, and with a
/// bounded depth. It has what <c>HeaderReader</c> asks for.
/// </summary>
internal ref struct Utf8JsonReader(ReadOnlySpan<byte> json)
{
    private const int MaxDepth = 64;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> json = json;

    // Whether each of the open objects and arrays is an object, the innermost in the lowest bit.
    private ulong objects;
    private int depth;
    private int position;
    private int start;
    private bool isComplete;

    public JsonTokenType TokenType { get; private set; }

    private readonly bool InObject => (objects & 1) != 0;

    /// <summary>Goes on to the next token.</summary>
    /// <returns>Whether there is one; if not, the text has ended where it may.</returns>
    /// <exception cref="JsonException">What follows is not JSON.</exception>
    public bool Read()
    {
        SkipSpace();
        if (isComplete)
            return position < json.Length ? throw Bad("nothing more") : false;
        if (depth > 0 && TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName))
        {
            if (Peek() is not ('}' or ']'))
            {
                Expect(',');
                SkipSpace();
                if (Peek() is '}' or ']')
                    throw Bad(InObject ? "a name" : "a value");
            }
        }

        if (depth > 0 && TokenType != JsonTokenType.PropertyName && Peek() == (InObject ? '}' : ']'))
            Close();
        else if (depth > 0 && InObject && TokenType != JsonTokenType.PropertyName)
            ReadName();
        else
            ReadValue();
        return true;
    }

    /// <summary>The text of a string or a name.</summary>
    /// <exception cref="InvalidOperationException">It is no text: half of a surrogate pair, or no UTF-8.</exception>
    public readonly string GetString()
    {
        StringBuilder text = new();
        try
        {
            for (int i = start; json[i] != '"';)
            {
                int from = i;
                while (json[i] is not ((byte)'"' or (byte)'\\'))
                    i++;
                text.Append(Strict.GetString(json.Slice(from, i - from).ToArray()));
                if (json[i] == '\\')
                {
                    text.Append(Unescaped(i));
                    i += json[i + 1] == 'u' ? 6 : 2;
                }
            }

            // Half of a surrogate pair has no bytes.
            string found = text.ToString();
            Strict.GetByteCount(found);
            return found;
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException("Expected text, got bytes or escapes that are none.", exception);
        }
    }

    /// <summary>Whether the number is a whole one of 64 bits.</summary>
    public readonly bool TryGetInt64(out long number) => long.TryParse(
        Encoding.ASCII.GetString(json.Slice(start, position - start).ToArray()), NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture, out number);

    private void ReadValue()
    {
        start = position;
        switch (Peek())
        {
            case '{':
                Open(isObject: true);
                return;
            case '[':
                Open(isObject: false);
                return;
            case '"':
                ReadString();
                TokenType = JsonTokenType.String;
                break;
            case '-' or (>= '0' and <= '9'):
                ReadNumber();
                TokenType = JsonTokenType.Number;
                break;
            case 't':
                ReadWord("true", JsonTokenType.True);
                break;
            case 'f':
                ReadWord("false", JsonTokenType.False);
                break;
            case 'n':
                ReadWord("null", JsonTokenType.Null);
                break;
            default:
                throw Bad("a value");
        }

        isComplete = depth == 0;
    }

    private void ReadName()
    {
        if (Peek() != '"')
            throw Bad("a name");
        ReadString();
        SkipSpace();
        Expect(':');
        TokenType = JsonTokenType.PropertyName;
    }

    private void Open(bool isObject)
    {
        if (depth == MaxDepth)
            throw Bad("no more than 64 levels");
        position++;
        depth++;
        objects = objects << 1 | (isObject ? 1UL : 0);
        TokenType = isObject ? JsonTokenType.StartObject : JsonTokenType.StartArray;
    }

    private void Close()
    {
        TokenType = InObject ? JsonTokenType.EndObject : JsonTokenType.EndArray;
        position++;
        depth--;
        objects >>= 1;
        isComplete = depth == 0;
    }

    private void ReadString()
    {
        start = ++position;
        while (Peek() is not '"' and var next)
        {
            if (next is null or < ' ')
                throw Bad("the end of a string");
            position++;
            if (next == '\\')
                ReadEscape();
        }

        position++;
    }

    private void ReadEscape()
    {
        char? kind = Peek();
        position++;
        if (kind is null || "\"\\/bfnrtu".IndexOf(kind.Value) < 0)
            throw Bad("an escape");
        for (int digit = 0; kind == 'u' && digit < 4; digit++)
        {
            if (Peek() is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                throw Bad("four digits");
            position++;
        }
    }

    private void ReadNumber()
    {
        if (Peek() == '-')
            position++;
        if (Peek() == '0')
            position++;
        else
            ReadDigits();
        if (Peek() == '.')
        {
            position++;
            ReadDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            position++;
            if (Peek() is '+' or '-')
                position++;
            ReadDigits();
        }

        // Where digits go on behind a zero, or letters behind digits, what was read is no number.
        if (depth > 0 && Peek() is not (',' or '}' or ']' or ' ' or '\t' or '\n' or '\r'))
            throw Bad("the end of a number");
    }

    private void ReadDigits()
    {
        if (Peek() is not (>= '0' and <= '9'))
            throw Bad("a digit");
        while (Peek() is >= '0' and <= '9')
            position++;
    }

    private void ReadWord(string word, JsonTokenType type)
    {
        foreach (char letter in word)
            Expect(letter);
        TokenType = type;
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r')
            position++;
    }

    private void Expect(char expected)
    {
        if (Peek() != expected)
            throw Bad($"'{expected}'");
        position++;
    }

    private readonly char? Peek() => position < json.Length ? (char)json[position] : null;

    private readonly string Unescaped(int at) => (char)json[at + 1] switch
    {
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'u' => ((char)int.Parse(
            Encoding.ASCII.GetString(json.Slice(at + 2, 4).ToArray()), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
            .ToString(),
        var itself => itself.ToString(),
    };

    private readonly JsonException Bad(string expected) =>
        new($"Expected {expected} at byte {position.ToString(CultureInfo.InvariantCulture)}.");
}
