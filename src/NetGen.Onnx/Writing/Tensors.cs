using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Google.Protobuf;
using NetGen.Onnx.Format;
using static NetGen.Onnx.Format.TensorProto.Types;

namespace NetGen.Onnx.Writing;

/// <summary>Tensors that lie in the model. Their numbers are little-endian.</summary>
internal static class Tensors
{
    public static TensorProto Of(string name, ReadOnlySpan<int> shape, Action<Span<float>> fill)
    {
        long[] dimensions = [.. shape];
        byte[] bytes = new byte[checked((int)Product(dimensions) * sizeof(float))];
        Span<float> values = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        fill(values);
        if (!BitConverter.IsLittleEndian)
        {
            Span<int> bits = MemoryMarshal.Cast<byte, int>(bytes.AsSpan());
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }

        return New(name, DataType.Float, dimensions, bytes);
    }

    public static TensorProto Of(string name, ReadOnlySpan<int> shape, long[] values)
    {
        byte[] bytes = new byte[values.Length * sizeof(long)];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), values[i]);
        return New(name, DataType.Int64, [.. shape], bytes);
    }

    private static TensorProto New(string name, DataType type, long[] dimensions, byte[] bytes) =>
        new() { Name = name, DataType = type, Dims = { dimensions }, RawData = UnsafeByteOperations.UnsafeWrap(bytes) };

    private static long Product(long[] dimensions) => dimensions.Aggregate(1L, static (product, dimension) => product * dimension);
}
