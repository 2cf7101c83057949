using System.Text;

namespace NetGen.Generator.Writing;

/// <summary>Text of C# that grows line by line, indented by blocks. Lines end in <c>\n</c>.</summary>
internal sealed class CodeWriter
{
    /// <summary>The most columns of a line.</summary>
    public const int Width = 140;

    private const int Indent = 4;

    private readonly StringBuilder text = new();
    private int depth;

    public void Line() => text.Append('\n');

    /// <summary>Writes a line; what does not fit goes on in further lines, indented once more.</summary>
    public void Line(string line)
    {
        string indent = new(' ', depth * Indent);
        string leading = new(' ', line.Length - line.TrimStart().Length);
        string continuation = IsComment(line) ? "//     " : IsList(line) ? leading : leading + new string(' ', Indent);
        int start = 0;
        while (EndOfPart(line, start, Width - indent.Length) is int end)
        {
            text.Append(indent).Append(line, 0, end).Append('\n');
            line = continuation + line.Substring(end).TrimStart();
            start = continuation.Length;
        }

        if (line.Length > 0)
            text.Append(indent).Append(line);
        text.Append('\n');
    }

    /// <summary>Writes short statements beside each other, as many as fit into a line.</summary>
    public void Statements(IReadOnlyList<string> statements)
    {
        string line = "";
        foreach (string statement in statements)
        {
            if (line.Length > 0 && depth * Indent + line.Length + 1 + statement.Length > Width)
            {
                Line(line);
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + statement;
        }

        Line(line);
    }

    // A comment breaks between words, code behind a comma; documentation, and what has no such place, stays as it is.
    private static int? EndOfPart(string line, int start, int width)
    {
        if (line.Length <= width || line.StartsWith("///", StringComparison.Ordinal))
            return null;
        string separator = IsComment(line) ? " " : ", ";
        bool isQuoted = false;
        int? end = null;
        for (int at = start; at + separator.Length <= width; at++)
        {
            if (line[at] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && at > start && string.CompareOrdinal(line, at, separator, 0, separator.Length) == 0)
                end = at + separator.Length - 1;
        }

        return end;
    }

    // The parameters or arguments of a call that has begun in a line before go on below each other.
    private static bool IsList(string line) => line.StartsWith(" ", StringComparison.Ordinal)
        && line.IndexOf('(') is var open && (open < 0 || open > line.IndexOf(", ", StringComparison.Ordinal));

    private static bool IsComment(string line) => line.StartsWith("// ", StringComparison.Ordinal);

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

    public readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line("}");
        }
    }
}
