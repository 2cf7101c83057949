using System.Buffers.Binary;
using System.Text;

namespace NetGen.Runtime.Tests;

public sealed class BadFileTests
{
    private const string Pair =
        "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":";

    [Theory]
    [InlineData("", 0, "header in JSON")]
    [InlineData("no", 0, "header in JSON")]
    [InlineData("{", 0, "header in JSON")]
    [InlineData("{}{}", 0, "header in JSON")]
    [InlineData("{\"\\ud800\":1}", 0, "header in JSON")]
    [InlineData("[]", 0, "header: expected StartObject, got StartArray.")]
    [InlineData("{\"a\":1}", 0, "tensor \"a\": expected StartObject, got Number.")]
    [InlineData("{\"a\":{}}", 0, "tensor \"a\": expected dtype, shape and data_offsets, but not all are there.")]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4, "tensor \"a\": expected dtype, shape and data_offsets, but not all are there.")]
    [InlineData("{\"a\":{\"dtype\":1}}", 0, "tensor \"a\", dtype: expected String, got Number.")]
    [InlineData("{\"a\":{\"shape\":1}}", 0, "tensor \"a\", shape: expected StartArray, got Number.")]
    [InlineData("{\"a\":{\"shape\":[-1]}}", 0, "tensor \"a\", shape: expected whole numbers from 0, got something else.")]
    [InlineData("{\"a\":{\"shape\":[1.5]}}", 0, "tensor \"a\", shape: expected whole numbers from 0, got something else.")]
    [InlineData("{\"a\":{\"shape\":[[1]]}}", 0, "tensor \"a\", shape: expected whole numbers from 0, got something else.")]
    [InlineData("{\"a\":{\"shape\":[99999999999999999999]}}", 0, "tensor \"a\", shape: expected whole numbers from 0, got something else.")]
    [InlineData("{\"a\":{\"data_offsets\":\"0,4\"}}", 0, "tensor \"a\", data_offsets: expected StartArray, got String.")]
    [InlineData("{\"a\":{\"size\":4}}", 0, "tensor \"a\": expected dtype, shape and data_offsets, each once, got \"size\".")]
    [InlineData(
        "{\"a\":{\"shape\":[1],\"shape\":[1]}}", 0, "tensor \"a\": expected dtype, shape and data_offsets, each once, got \"shape\".")]
    [InlineData("{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8, "tensor \"a\": expected dtype F32 or I64, got F64.")]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}", 4, "tensor \"a\": expected data_offsets [begin, end], got [0].")]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", 4,
        "tensor \"a\": expected data_offsets [begin, end], got [4, 0].")]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,20]}}", 20,
        "tensor \"a\": expected 24 bytes for shape [2, 3], got data_offsets [0, 20].")]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536,65536],\"data_offsets\":[0,0]}}", 0,
        "tensor \"a\": expected at most 2147483591 values, got shape [65536, 65536, 65536, 65536].")]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,9223372036854775807],\"data_offsets\":[0,0]}}", 0,
        "tensor \"a\": expected at most 2147483591 values, got shape [0, 9223372036854775807].")]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483591],\"data_offsets\":[0,8589934364]}}", 8,
        "tensor \"a\": expected it within the 8 bytes behind the header, got data_offsets [0, 8589934364].")]
    [InlineData(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[9223372036854775803,9223372036854775807]}}", 4,
        "tensor \"a\": expected its values to begin at byte 0, where those before it end, got data_offsets "
        + "[9223372036854775803, 9223372036854775807].")]
    [InlineData(
        "{" + Pair + "[0,4]}}", 4,
        "tensor \"b\": expected its values to begin at byte 4, where those before it end, got data_offsets [0, 4].")]
    [InlineData(
        "{" + Pair + "[2,6]}}", 8,
        "tensor \"b\": expected its values to begin at byte 4, where those before it end, got data_offsets [2, 6].")]
    [InlineData(
        "{" + Pair + "[8,12]}}", 12,
        "tensor \"b\": expected its values to begin at byte 4, where those before it end, got data_offsets [8, 12].")]
    [InlineData("{" + Pair + "[4,8]}}", 7, "tensor \"b\": expected it within the 7 bytes behind the header, got data_offsets [4, 8].")]
    [InlineData("{" + Pair + "[4,8]}}", 9, "expected 8 bytes behind the header, for all tensors, got 9.")]
    [InlineData("{" + Pair + "[4,8]}," + Pair + "[4,8]}}", 8, "tensor \"a\": expected a name that no other tensor has, got it twice.")]
    [InlineData("{\"__metadata__\":{},\"__metadata__\":{}}", 0, "__metadata__: expected once, got it twice.")]
    [InlineData("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}", 0, "__metadata__: expected \"a\" once, got it twice.")]
    [InlineData("{\"__metadata__\":{\"a\":1}}", 0, "__metadata__ \"a\": expected String, got Number.")]
    [InlineData("{\"__metadata__\":[]}", 0, "__metadata__: expected StartObject, got StartArray.")]
    public void Bad_header_is_refused_with_the_file_the_tensor_and_what_was_expected(string header, int dataLength, string message) =>
        AssertRefused([.. Length((ulong)header.Length), .. Encoding.UTF8.GetBytes(header), .. new byte[dataLength]], message);

    [Fact]
    public void Bad_length_is_refused()
    {
        AssertRefused([], "expected a safetensors file, got one of 0 bytes.");
        AssertRefused([1, 2, 3], "expected a safetensors file, got one of 3 bytes.");
        AssertRefused([.. Length(3), .. "{}"u8], "expected a header of at most 2 bytes, got one of 3");
        AssertRefused([.. Length(ulong.MaxValue), .. "{}"u8], "expected a header of at most 2 bytes, got one of 18446744073709551615");
        AssertRefused([.. Length(1UL << 63), .. "{}"u8], "expected a header of at most 2 bytes");
    }

    [Fact]
    public void Header_over_the_limit_of_the_format_is_refused_before_it_is_read()
    {
        using TemporaryFolder folder = new();
        using (FileStream file = File.Create(folder.File("file")))
        {
            file.Write(Length(100_000_001));
            file.SetLength(100_000_100);
        }

        var exception = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Load(folder.File("file")));

        Assert.Contains("expected a header of at most 100000000 bytes, got one of 100000001", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_refused() => AssertRefused([.. Length(7), .. "{\""u8, 0xFF, .. "\":1}"u8], "header in JSON");

    private static byte[] Length(ulong length)
    {
        byte[] bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }

    private static void AssertRefused(byte[] content, string message)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.File("bad.safetensors"), content);

        var exception = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Load(folder.File("bad.safetensors")));

        Assert.StartsWith(folder.File("bad.safetensors") + ": ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}
