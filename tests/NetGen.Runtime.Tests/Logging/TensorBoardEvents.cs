using System.Buffers.Binary;
using Google.Protobuf;

namespace NetGen.Runtime.Tests;

/// <summary>
/// Reads event files by another way than they are written: checksums bit by bit from the polynomial of RFC 3720, messages by Google's own
/// reader.
/// </summary>
internal static class TensorBoardEvents
{
    public static IReadOnlyList<TensorBoardEvent> Read(string path)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(path);
        List<TensorBoardEvent> events = [];
        while (!rest.IsEmpty)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(rest);
            Assert.Equal(Masked(rest[..8]), BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]));
            ReadOnlySpan<byte> record = rest.Slice(12, length);
            Assert.Equal(Masked(record), BinaryPrimitives.ReadUInt32LittleEndian(rest[(12 + length)..]));
            events.Add(Event(record.ToArray()));
            rest = rest[(16 + length)..];
        }

        return events;
    }

    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte next in bytes)
        {
            crc ^= next;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }

        return ~crc;
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        uint crc = Crc(bytes);
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8u;
    }

    private static TensorBoardEvent Event(byte[] record)
    {
        TensorBoardEvent result = new();
        CodedInputStream input = new(record);
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    result.Time = input.ReadDouble();
                    break;
                case 2:
                    result.Step = input.ReadInt64();
                    break;
                case 3:
                    result.Version = input.ReadString();
                    break;
                case 5:
                    Summary(input.ReadBytes().ToByteArray(), result);
                    break;
                default:
                    Assert.Fail($"Unknown field of an event: {tag}");
                    break;
            }
        }

        return result;
    }

    private static void Summary(byte[] summary, TensorBoardEvent result)
    {
        CodedInputStream input = new(summary);
        Assert.Equal(1, WireFormat.GetTagFieldNumber(input.ReadTag()));
        CodedInputStream value = new(input.ReadBytes().ToByteArray());
        while (value.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    result.Tag = value.ReadString();
                    break;
                case 2:
                    result.Value = value.ReadFloat();
                    break;
                case 5:
                    Histogram(value.ReadBytes().ToByteArray(), result);
                    break;
                default:
                    Assert.Fail($"Unknown field of a value: {tag}");
                    break;
            }
        }
    }

    private static void Histogram(byte[] histogram, TensorBoardEvent result)
    {
        CodedInputStream input = new(histogram);
        while (input.ReadTag() is var tag and not 0)
        {
            int field = WireFormat.GetTagFieldNumber(tag);
            if (field <= 5)
            {
                result.Moments[field] = input.ReadDouble();
                continue;
            }

            CodedInputStream packed = new(input.ReadBytes().ToByteArray());
            while (!packed.IsAtEnd)
                (field == 6 ? result.Limits : result.Counts).Add(packed.ReadDouble());
        }
    }
}

internal sealed class TensorBoardEvent
{
    public double Time { get; set; }

    public long Step { get; set; }

    public string? Version { get; set; }

    public string? Tag { get; set; }

    public float? Value { get; set; }

    /// <summary>By the number of the field: least, greatest, count, sum and sum of squares.</summary>
    public Dictionary<int, double> Moments { get; } = [];

    public List<double> Limits { get; } = [];

    public List<double> Counts { get; } = [];
}
