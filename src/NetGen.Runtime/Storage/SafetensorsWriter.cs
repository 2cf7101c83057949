using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// Writes tensors and notes in the safetensors format: notes first, tensors in ordinal order of their names, one behind the other, and
/// whole numbers before floats.
/// </summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;
    private const int BlockLength = 1 << 20;

    public static void Write(ReadOnlySpan<byte> header, IEnumerable<StoredTensor> tensors, Stream stream)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (StoredTensor tensor in tensors)
        {
            for (int start = 0; start < tensor.Values.Length; start += BlockLength)
            {
                ReadOnlySpan<float> block = tensor.Values.Slice(start, Math.Min(BlockLength, tensor.Values.Length - start));
                stream.Write(tensor.Type == NumberType.F32 ? MemoryMarshal.AsBytes(block) : MemoryMarshal.AsBytes<long>(ToWhole(block)));
            }
        }
    }

    private static long[] ToWhole(ReadOnlySpan<float> values)
    {
        long[] numbers = new long[values.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = (long)values[i];
        return numbers;
    }

    /// <summary>The header of a file.</summary>
    /// <exception cref="ArgumentException">A name or a note is no text, or there is too much of them.</exception>
    public static ReadOnlyMemory<byte> Header(SafetensorsFile file)
    {
        ArrayBufferWriter<byte> header = new();
        using (Utf8JsonWriter json = new(header, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (file.Metadata.Count > 0)
                WriteMetadata(json, file.Metadata);
            long begin = 0;
            foreach ((string name, StoredTensor tensor) in file.InFileOrder)
            {
                long end = begin + (long)tensor.Values.Length * tensor.Type.Size();
                WriteEntry(json, new HeaderEntry(name, tensor.Type, tensor.Shape, begin, end));
                begin = end;
            }

            json.WriteEndObject();
        }

        // Spaces, so that values start at a multiple of eight bytes and a reader may map them into memory.
        int padding = -header.WrittenCount & (Alignment - 1);
        header.GetSpan(padding)[..padding].Fill((byte)' ');
        header.Advance(padding);
        if (header.WrittenCount > SafetensorsHeader.MaxLength)
        {
            throw new ArgumentException(
                $"Expected names and notes of at most {SafetensorsHeader.MaxLength} bytes, got {header.WrittenCount}.");
        }

        return header.WrittenMemory;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IDictionary<string, string> metadata)
    {
        json.WriteStartObject(SafetensorsHeader.MetadataName);
        foreach ((string key, string? value) in metadata)
        {
            HeaderText.Require(key, "the key of a note");
            HeaderText.Require(value, $"a note for \"{HeaderText.Around(key, 0)}\"");
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, HeaderEntry entry)
    {
        HeaderText.Require(entry.Name, "the name of a tensor");
        json.WriteStartObject(entry.Name);
        json.WriteString("dtype", entry.Type.ToString());
        json.WriteStartArray("shape");
        foreach (int dimension in entry.Shape)
            json.WriteNumberValue(dimension);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(entry.Begin);
        json.WriteNumberValue(entry.End);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
