using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Reads files of the safetensors format. Whatever a header claims is held against the file's length before memory is asked for.
/// </summary>
internal static class SafetensorsReader
{
    private const int BlockLength = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static SafetensorsFile Read(string path)
    {
        try
        {
            // To open a pipe would be to wait for somebody who writes to it.
            using FileStream? stream = OperatingSystem.IsLinux() && NamedPipe.IsAt(path)
                ? null
                : new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return stream is { CanSeek: true }
                ? Read(path, stream)
                : throw new IOException($"{path}: expected a file, got a pipe or a device, whose length is not known.");
        }
        catch (UnauthorizedAccessException exception)
        {
            string got = Directory.Exists(path) ? "a folder" : "one that this process may not read";
            throw new IOException($"{path}: expected a file that can be read, got {got}.", exception);
        }
        catch (EndOfStreamException exception)
        {
            throw new IOException($"{path}: expected a file that stays as it is while it is read, got one that became shorter.", exception);
        }
    }

    private static SafetensorsFile Read(string path, FileStream stream)
    {
        byte[] header = ReadHeader(path, stream);
        SafetensorsFile file = new();
        HeaderEntry[] entries =
            [.. HeaderReader.Read(path, header, file.Metadata).OrderBy(static entry => entry.Begin).ThenBy(static entry => entry.End)];
        RequireRanges(path, entries, stream.Length - stream.Position);
        foreach (HeaderEntry entry in entries)
        {
            int count = (int)((entry.End - entry.Begin) / entry.Type.Size());
            float[] values = entry.Type == NumberType.F32 ? ReadValues(stream, count) : ReadWhole(stream, count);
            file.Add(entry.Name, entry.Shape, values, entry.Type);
        }

        return file;
    }

    private static byte[] ReadHeader(string path, FileStream stream)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        if (stream.Length < prefix.Length)
            throw new InvalidDataException($"{path}: expected a safetensors file, got one of {stream.Length} bytes.");

        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        ulong limit = (ulong)Math.Min(SafetensorsFile.MaxHeaderLength, stream.Length - stream.Position);
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

    private static float[] ReadValues(FileStream stream, int count)
    {
        float[] values = new float[count];
        for (int start = 0; start < count; start += BlockLength)
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(start, Math.Min(BlockLength, count - start))));
        return values;
    }

    private static float[] ReadWhole(FileStream stream, int count)
    {
        float[] values = new float[count];
        Span<byte> number = stackalloc byte[sizeof(long)];
        for (int i = 0; i < count; i++)
        {
            stream.ReadExactly(number);
            values[i] = BinaryPrimitives.ReadInt64LittleEndian(number);
        }

        return values;
    }
}
