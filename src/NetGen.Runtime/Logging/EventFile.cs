using System.Buffers.Binary;
using System.Numerics;

namespace NetGen;

/// <summary>
/// A file of records as TensorFlow has them: the length in eight bytes, its checksum in four, the record, and its checksum. A checksum is
/// a CRC-32C (RFC 3720), rotated right by 15 bits and with a constant added, so that the checksum of data that hold checksums is none of
/// them.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const uint MaskDelta = 0xA282EAD8;

    private readonly FileStream file;

    public EventFile(string path) => file = WritableFile.Open(path, FileMode.CreateNew);

    /// <summary>Writes a record, whole: whoever reads the file while it grows sees no part of one for long.</summary>
    public void Write(ReadOnlySpan<byte> record)
    {
        byte[] framed = new byte[sizeof(ulong) + sizeof(uint) + record.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(framed, (ulong)record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(framed.AsSpan(8), Checksum(framed.AsSpan(0, 8)));
        record.CopyTo(framed.AsSpan(12));
        BinaryPrimitives.WriteUInt32LittleEndian(framed.AsSpan(12 + record.Length), Checksum(record));
        file.Write(framed);
        file.Flush();
    }

    public void Dispose() => file.Dispose();

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte next in bytes)
            crc = BitOperations.Crc32C(crc, next);
        return BitOperations.RotateRight(~crc, 15) + MaskDelta;
    }
}
