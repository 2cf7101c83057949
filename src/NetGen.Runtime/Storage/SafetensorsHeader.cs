using System.Buffers.Binary;

#if NETSTANDARD
namespace NetGen.Generator.Storage;
#else
namespace NetGen;
#endif

/// <summary>
/// The front of a safetensors file, for the compiler that checks it and for the runtime that reads on: both compile this file. Whatever a
/// header claims is held against the file's length before memory is asked for.
/// </summary>
internal static class SafetensorsHeader
{
    /// <summary>The name in the header that stands for the notes, and so for no tensor.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>The limit of the format's own library, in bytes.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>Reads what is in front of the values.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="stream">Its content, of which the length is known.</param>
    /// <param name="metadata">Receives the notes.</param>
    /// <returns>The tensors in the order of their values, which follow each other without gap or overlap up to the end.</returns>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static HeaderEntry[] Read(string path, Stream stream, IDictionary<string, string> metadata)
    {
        byte[] header = ReadText(path, stream);
        HeaderEntry[] entries =
            [.. HeaderReader.Read(path, header, metadata).OrderBy(static entry => entry.Begin).ThenBy(static entry => entry.End)];
        RequireRanges(path, entries, stream.Length - stream.Position);
        return entries;
    }

    private static byte[] ReadText(string path, Stream stream)
    {
        byte[] prefix = new byte[sizeof(ulong)];
        if (stream.Length < prefix.Length)
            throw new InvalidDataException($"{path}: expected a safetensors file, got one of {stream.Length} bytes.");

        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        ulong limit = (ulong)Math.Min(MaxLength, stream.Length - stream.Position);
        if (length > limit)
        {
            throw new InvalidDataException(
                $"{path}: expected a header of at most {limit} bytes, got one of {length}: "
                + "this is no safetensors file, or only a part of it.");
        }

        byte[] header = new byte[length];
        stream.ReadExactly(header);
        return header;
    }

    /// <summary>The values of tensors follow each other without gap or overlap, and the file ends with them.</summary>
    private static void RequireRanges(string path, HeaderEntry[] entries, long length)
    {
        long next = 0;
        foreach (HeaderEntry entry in entries)
        {
            if (entry.Begin != next)
            {
                throw new InvalidDataException(
                    $"{path}: tensor \"{entry.Name}\": expected its values to begin at byte {next}, where those before it end, "
                    + $"got data_offsets [{entry.Begin}, {entry.End}].");
            }

            if (entry.End > length)
            {
                throw new InvalidDataException(
                    $"{path}: tensor \"{entry.Name}\": expected it within the {length} bytes behind the header, "
                    + $"got data_offsets [{entry.Begin}, {entry.End}].");
            }

            next = entry.End;
        }

        if (next != length)
            throw new InvalidDataException($"{path}: expected {next} bytes behind the header, for all tensors, got {length}.");
    }
}
