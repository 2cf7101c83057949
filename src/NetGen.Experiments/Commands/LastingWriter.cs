using System.Text;

namespace NetGen.Experiments.Commands;

/// <summary>
/// Output that may end before the work it tells of: where it cannot be written, on a full disk or a closed terminal, it is given up.
/// </summary>
/// <param name="inner">Where it goes.</param>
internal sealed class LastingWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    /// <summary>Why it was given up, or null.</summary>
    public IOException? Failure { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Failure is not null)
            return;

        try
        {
            inner.Write(buffer);
        }
        catch (IOException exception)
        {
            Failure = exception;
        }
    }

    public override void Flush()
    {
        if (Failure is not null)
            return;

        try
        {
            inner.Flush();
        }
        catch (IOException exception)
        {
            Failure = exception;
        }
    }
}
