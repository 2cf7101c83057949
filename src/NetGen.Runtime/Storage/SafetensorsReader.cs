using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Reads files of the safetensors format.</summary>
internal static class SafetensorsReader
{
    private const int BlockLength = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static SafetensorsFile Read(string path)
    {
        using FileStream? stream = Open(path);
        if (stream is not { CanSeek: true })
            throw new IOException($"{path}: expected a file, got a pipe or a device, whose length is not known.");

        try
        {
            return Read(path, stream);
        }
        catch (EndOfStreamException exception)
        {
            throw new IOException($"{path}: expected a file that stays as it is while it is read, got one that became shorter.", exception);
        }
    }

    /// <summary>Reads a content of which the length is known.</summary>
    /// <param name="path">Where it comes from, for messages.</param>
    /// <param name="stream">The content.</param>
    /// <exception cref="InvalidDataException">It is no such content.</exception>
    public static SafetensorsFile Read(string path, Stream stream)
    {
        SafetensorsFile file = new();
        foreach (HeaderEntry entry in SafetensorsHeader.Read(path, stream, file.Metadata))
        {
            int count = (int)((entry.End - entry.Begin) / entry.Type.Size());
            float[] values = entry.Type == NumberType.F32 ? ReadValues(stream, count) : ReadWhole(stream, count);
            file.Add(entry.Name, entry.Shape, values, entry.Type);
        }

        return file;
    }

    /// <returns>The file; null where it is a pipe.</returns>
    private static FileStream? Open(string path)
    {
        try
        {
            // To open a pipe would be to wait for somebody who writes to it.
            return OperatingSystem.IsLinux() && NamedPipe.IsAt(path)
                ? null
                : new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (FileNotFoundException exception)
        {
            throw new FileNotFoundException($"{path}: expected a file that can be read, got none.", path, exception);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new DirectoryNotFoundException($"{path}: expected a file that can be read, got no folder around it.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            string got = Directory.Exists(path) ? "a folder" : "one that this process may not read";
            throw new IOException($"{path}: expected a file that can be read, got {got}.", exception);
        }
        catch (IOException exception)
        {
            throw new IOException($"{path}: expected a file that can be read: {exception.Message}", exception);
        }
    }

    private static float[] ReadValues(Stream stream, int count)
    {
        float[] values = new float[count];
        for (int start = 0; start < count; start += BlockLength)
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(start, Math.Min(BlockLength, count - start))));
        return values;
    }

    private static float[] ReadWhole(Stream stream, int count)
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
