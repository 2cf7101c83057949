using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace NetGen;

/// <summary>A message in the wire format of Protocol Buffers: what an event of TensorBoard is made of.</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0, Fixed64 = 1, LengthDelimited = 2, Fixed32 = 5;

    private readonly ArrayBufferWriter<byte> bytes = new();

    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    public ProtobufMessage Add(int field, long number)
    {
        Key(field, Varint);
        WriteVarint((ulong)number);
        return this;
    }

    public ProtobufMessage Add(int field, double number)
    {
        Key(field, Fixed64);
        WriteDouble(number);
        return this;
    }

    public ProtobufMessage Add(int field, float number)
    {
        Key(field, Fixed32);
        Span<byte> buffer = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(buffer, number);
        bytes.Write(buffer);
        return this;
    }

    public ProtobufMessage Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    public ProtobufMessage Add(int field, ProtobufMessage message) => Add(field, message.Bytes);

    /// <summary>A repeated field of numbers, packed.</summary>
    public ProtobufMessage Add(int field, IReadOnlyCollection<double> numbers)
    {
        Key(field, LengthDelimited);
        WriteVarint((ulong)numbers.Count * sizeof(double));
        foreach (double number in numbers)
            WriteDouble(number);
        return this;
    }

    private ProtobufMessage Add(int field, ReadOnlySpan<byte> content)
    {
        Key(field, LengthDelimited);
        WriteVarint((ulong)content.Length);
        bytes.Write(content);
        return this;
    }

    private void Key(int field, int wireType) => WriteVarint((ulong)(field << 3 | wireType));

    private void WriteDouble(double number)
    {
        Span<byte> buffer = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(buffer, number);
        bytes.Write(buffer);
    }

    private void WriteVarint(ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes.Write([(byte)(number | 0x80)]);
        bytes.Write([(byte)number]);
    }
}
