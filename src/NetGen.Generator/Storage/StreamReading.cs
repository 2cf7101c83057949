namespace NetGen.Generator.Storage;

internal static class StreamReading
{
    /// <summary>Fills a buffer, as <c>Stream.ReadExactly</c> does from .NET 7 on.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public static void ReadExactly(this Stream stream, byte[] buffer)
    {
        for (int filled = 0; filled < buffer.Length;)
        {
            int read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
                throw new EndOfStreamException();
            filled += read;
        }
    }
}
