using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Data.Tests;

/// <summary>Files of the formats that are read, small ones.</summary>
internal static class Bytes
{
    public static byte[] Idx(ReadOnlySpan<byte> values, params uint[] lengths)
    {
        byte[] header = new byte[4 * (1 + lengths.Length)];
        header[2] = 8;
        header[3] = (byte)lengths.Length;
        for (int i = 0; i < lengths.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 * (1 + i)), lengths[i]);
        return [.. header, .. values];
    }

    /// <summary>A record of CIFAR, of which pixel i of channel c has the value <c>(first + 31 c + i) mod 251</c>.</summary>
    public static byte[] Cifar(int first, params byte[] labels)
    {
        byte[] record = [.. labels, .. new byte[3 * 1024]];
        for (int channel = 0; channel < 3; channel++)
        {
            for (int i = 0; i < 1024; i++)
                record[labels.Length + channel * 1024 + i] = CifarPixel(first, channel, i);
        }

        return record;
    }

    public static byte CifarPixel(int first, int channel, int i) => (byte)((first + 31 * channel + i) % 251);

    public static byte[] Gzip(byte[] content)
    {
        MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
