using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Data;

/// <summary>A file of data that is read as a whole. Whether it is compressed is told from its first bytes, not from its name.</summary>
internal static class DataFile
{
    // A header of 10 bytes, a block without content, checksum and length (RFC 1952).
    private const int ShortestGzip = 10 + 2 + 8;

    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <summary>What a file holds, decompressed.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is compressed and damaged.</exception>
    public static ReadOnlyMemory<byte> Read(string path)
    {
        byte[] content = ReadAll(path);
        return content.AsSpan().StartsWith(GzipMagic) ? Decompress(path, content) : content;
    }

    private static byte[] ReadAll(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new FileNotFoundException($"{path}: expected a file, got a path of which a folder is missing.", path, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            string got = Directory.Exists(path) ? "a folder" : "one that this process may not read";
            throw new IOException($"{path}: expected a file that can be read, got {got}.", exception);
        }
    }

    private static ReadOnlyMemory<byte> Decompress(string path, byte[] content)
    {
        MemoryStream decompressed = new();
        try
        {
            using GZipStream gzip = new(new MemoryStream(content), CompressionMode.Decompress);
            gzip.CopyTo(decompressed);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: expected a whole gzip file, got one that is damaged.", exception);
        }

        // Of a file that ends too early, the stream says nothing. A whole one ends with its decompressed length.
        if (content.Length < ShortestGzip
            || BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan()[^sizeof(uint)..]) != (uint)decompressed.Length)
        {
            throw new InvalidDataException($"{path}: expected a whole gzip file, got one that is cut short.");
        }

        return decompressed.GetBuffer().AsMemory(0, (int)decompressed.Length);
    }
}
