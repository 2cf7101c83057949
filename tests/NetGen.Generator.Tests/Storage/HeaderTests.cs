using System.Text;

namespace NetGen.Generator.Tests;

/// <summary>
/// The compiler reads headers with a reader of JSON of its own, and the runtime with that of .NET: what one takes, the other takes.
/// </summary>
public sealed class HeaderTests : IDisposable
{
    private const string Header =
        """{"b":{"dtype":"F32","shape":[2,1],"data_offsets":[16,24]},"""
        + """ "a \u00e4\"ö\ud83d\ude00":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"""
        + """ "e":{"dtype":"F32","shape":[0,3],"data_offsets":[8,8]}, "c":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},"""
        + """ "__metadata__":{"step":"3","\n":"\\"}}  """;

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Names_types_and_shapes_are_read() => Assert.Equal(
        ["a ä\"ö😀 I64 []", "b F32 [2, 1]", "c F32 [2]", "e F32 [0, 3]"],
        Read(WeightsText.Content(Header, 24))!.Values
            .Select(static tensor => $"{tensor.Name} {tensor.Type} [{string.Join(", ", tensor.Dimensions)}]")
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Compiler_and_runtime_take_the_same_headers()
    {
        byte[] right = Encoding.UTF8.GetBytes(Header);
        byte[] letters = Encoding.ASCII.GetBytes("{}[]\",:\\u0019-+.eE tfnrd\n\t\u007f\u0001");
        int taken = 0;
        foreach (int seed in RandomSeeds.Or(Enumerable.Range(1, 3000)))
        {
            Random random = new(seed);
            List<byte> header = [.. right];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                int at = random.Next(header.Count);
                byte letter = random.Next(8) == 0 ? (byte)random.Next(256) : letters[random.Next(letters.Length)];
                switch (random.Next(4))
                {
                    case 0:
                        header[at] = letter;
                        break;
                    case 1:
                        header.Insert(at, letter);
                        break;
                    case 2:
                        header.RemoveAt(at);
                        break;
                    default:
                        header.InsertRange(at, header.Slice(random.Next(header.Count - 8), 8));
                        break;
                }
            }

            byte[] content = [.. BitConverter.GetBytes((ulong)header.Count), .. header, .. new byte[24]];
            IReadOnlyDictionary<string, TensorShape>? compiler = Read(content);
            IReadOnlyDictionary<string, StoredTensor>? runtime = Load();

            Assert.True(
                compiler?.Keys.Order(StringComparer.Ordinal).SequenceEqual(runtime?.Keys ?? []) ?? runtime is null,
                $"{RandomSeeds.Replay(seed, nameof(HeaderTests))}\n{Encoding.UTF8.GetString([.. header])}");
            taken += compiler is null ? 0 : 1;
        }

        Assert.NotEqual(0, taken);
    }

    private IReadOnlyDictionary<string, TensorShape>? Read(byte[] content)
    {
        File.WriteAllBytes(path, content);
        return WeightsHeader.Read(new WeightsFile(path, null)).Tensors;
    }

    private IReadOnlyDictionary<string, StoredTensor>? Load()
    {
        try
        {
            return SafetensorsFile.Load(path).Tensors;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
