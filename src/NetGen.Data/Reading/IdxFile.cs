using System.Buffers.Binary;

namespace NetGen.Data;

/// <summary>
/// A file of the format IDX: two zeros, the type of values, the number of dimensions, the length of each as a big-endian whole number of 32
/// bits, and the values. Here values are always bytes.
/// </summary>
internal sealed record IdxFile(string Path, int[] Lengths, ReadOnlyMemory<byte> Values)
{
    private const uint BytesOfNoDimension = 0x0800;

    /// <summary>Reads a file of so many dimensions.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static IdxFile Read(string path, int dimensions)
    {
        ReadOnlyMemory<byte> content = DataFile.Read(path);
        RequireMagic(path, content.Span, dimensions);
        int headerLength = sizeof(uint) * (1 + dimensions);
        if (content.Length < headerLength)
            throw new InvalidDataException($"{path}: expected a header of {headerLength} bytes, got a file of {content.Length}.");

        uint[] lengths = new uint[dimensions];
        for (int i = 0; i < dimensions; i++)
            lengths[i] = BinaryPrimitives.ReadUInt32BigEndian(content.Span[(sizeof(uint) * (1 + i))..]);
        if (lengths.Contains(0u))
            throw new InvalidDataException($"{path}: expected lengths of at least 1, got [{string.Join(", ", lengths)}].");

        // Three lengths of 32 bits, multiplied, have at most 96.
        UInt128 expected = lengths.Aggregate(UInt128.One, static (product, length) => product * length);
        if (expected != (UInt128)(content.Length - headerLength))
        {
            throw new InvalidDataException(
                $"{path}: expected {expected} bytes behind the header, for [{string.Join(", ", lengths)}], "
                + $"got {content.Length - headerLength}.");
        }

        return new IdxFile(path, [.. lengths.Select(static length => (int)length)], content[headerLength..]);
    }

    private static void RequireMagic(string path, ReadOnlySpan<byte> content, int dimensions)
    {
        uint expected = BytesOfNoDimension + (uint)dimensions;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(content, out uint magic))
            throw new InvalidDataException($"{path}: expected {Describe(expected)}, got a file of {content.Length} bytes.");
        if (magic != expected)
            throw new InvalidDataException($"{path}: expected {Describe(expected)}, got {Describe(magic)}.");
    }

    private static string Describe(uint magic) => magic switch
    {
        BytesOfNoDimension + 1 => $"a file of labels, which begins with 0x{magic:X8}",
        BytesOfNoDimension + 3 => $"a file of images, which begins with 0x{magic:X8}",
        _ => $"one that begins with 0x{magic:X8}",
    };
}
