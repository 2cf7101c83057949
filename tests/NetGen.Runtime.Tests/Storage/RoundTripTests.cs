using System.Collections.Immutable;

namespace NetGen.Runtime.Tests;

/// <summary>Whatever can be saved can be loaded, and is the same.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Content_drawn_at_random_comes_back_or_is_refused_before_anything_is_written()
    {
        using TemporaryFolder folder = new();
        int accepted = 0;
        int refused = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            try
            {
                SafetensorsFile file = Draw(random);
                using MemoryStream bytes = new();
                // Not through the disk, which would wait for each.
                SafetensorsWriter.Write(SafetensorsWriter.Header(file).Span, file.Tensors.Values, bytes);
                File.WriteAllBytes(folder.File("file"), bytes.ToArray());
                AssertSame(file, SafetensorsFile.Load(folder.File("file")));
                accepted++;
            }
            catch (ArgumentException)
            {
                refused++;
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}: {exception}");
            }
        }

        Assert.True(accepted > 100 && refused > 100, $"{accepted} accepted, {refused} refused");
    }

    // No theory: the arguments of an attribute are UTF-8, which has no half of a surrogate pair.
    [Fact]
    public void Text_that_would_not_come_back_is_refused_and_the_old_file_stays()
    {
        Refuse("name", new() { Metadata = { ["note"] = null! } }, "Expected a note for \"note\", got null.");
        Refuse(
            "name",
            new() { Metadata = { ["note"] = "\ud83d" } },
            "Expected a note for \"note\", got \"\ud83d\", whose character 0 is U+D83D, half a surrogate pair.");
        Refuse(
            "name",
            new() { Metadata = { ["no\udc00te"] = "" } },
            "Expected the key of a note, got \"no\udc00te\", whose character 2 is U+DC00, half a surrogate pair.");
        Refuse(
            "name",
            new() { Metadata = { [new string('k', 100_000)] = $"{new string('a', 100_000)}\ud800{new string('b', 100_000)}" } },
            $"Expected a note for \"{new string('k', 60)}…\", got \"…{new string('a', 30)}\ud800{new string('b', 29)}…\", "
            + "whose character 100000 is U+D800, half a surrogate pair.");
        Refuse("😀\ud800😀", new(), "Expected the name of a tensor, got \"😀\ud800😀\", whose character 2 is U+D800, half a surrogate pair.");

        static void Refuse(string name, SafetensorsFile file, string message)
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("file"), "old");
            file.Add(name, [1], [1f]);

            Assert.Equal(message, Assert.Throws<ArgumentException>(() => file.Save(folder.File("file"))).Message);

            Assert.Equal("old", File.ReadAllText(folder.File("file")));
            Assert.Equal([folder.File("file")], Directory.GetFileSystemEntries(folder.Path));
        }
    }

    [Fact]
    public void Header_longer_than_a_load_takes_is_refused_before_anything_is_written()
    {
        using TemporaryFolder folder = new();
        SafetensorsFile file = new() { Metadata = { ["note"] = new string('x', 100_000_000) } };

        Assert.Equal(
            "Expected names and notes of at most 100000000 bytes, got 100000032.",
            Assert.Throws<ArgumentException>(() => file.Save(folder.File("file"))).Message);

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(65536, 65536, 0)]
    [InlineData(0, 2147483591, 2147483591)]
    [InlineData(2147483591, 0, 2147483591)]
    public void Empty_tensor_of_any_shape_comes_back(params int[] shape)
    {
        using TemporaryFolder folder = new();
        SafetensorsFile file = new();
        file.Add("empty", [.. shape], []);

        file.Save(folder.File("file"));

        AssertSame(file, SafetensorsFile.Load(folder.File("file")));
    }

    [Fact]
    public void Shape_that_was_never_set_is_refused()
    {
        Assert.StartsWith(
            "x: expected a shape, empty for a single number, got the default value.",
            Assert.Throws<ArgumentException>("shape", () => new SafetensorsFile().Add("x", default, [])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("name", () => new SafetensorsFile().Add(null!, [1], [1f]));
        Assert.Throws<ArgumentNullException>("values", () => new SafetensorsFile().Add("x", [1], null!));
    }

    private static SafetensorsFile Draw(Random random)
    {
        SafetensorsFile file = new();
        for (int tensors = random.Next(4); tensors > 0; tensors--)
        {
            ImmutableArray<int> shape =
            [
                .. Enumerable.Range(0, random.Next(5))
                    .Select(_ => Pick([0, 1, 2, 3, 3, 65536, int.MaxValue, -1], [3, 20, 20, 20, 20, 3, 2, 1])),
            ];
            double count = shape.Aggregate(1.0, static (product, dimension) => product * dimension);
            float[] values = new float[count is >= 0 and < 1000 ? (int)count : 1];
            foreach (ref float value in values.AsSpan())
                value = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            file.Add(Text(), shape, values);
        }

        for (int notes = random.Next(4); notes > 0; notes--)
            file.Metadata[Text()] = random.Next(30) == 0 ? null! : Text();
        return file;

        string Text()
        {
            string[] parts =
            [
                "a", "layers.0", "", "\0", "\n", "\"", "\\", "\\ud800", "\u2028", "ü", "e\u0301", "é", "😀", "\ufffd", "\uffff", "\ud800",
                "\udfff", "__metadata__", "</x>", "+'&",
            ];
            int[] weights = [.. parts.Select(static part => part is "\ud800" or "\udfff" ? 1 : 6)];
            return string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pick(parts, weights)));
        }

        T Pick<T>(T[] values, int[] weights)
        {
            int at = random.Next(weights.Sum());
            int index = 0;
            while ((at -= weights[index]) >= 0)
                index++;
            return values[index];
        }
    }

    private static void AssertSame(SafetensorsFile saved, SafetensorsFile loaded)
    {
        Assert.Equal(saved.Metadata, loaded.Metadata);
        Assert.Equal(saved.Tensors.Keys, loaded.Tensors.Keys);
        foreach ((string name, StoredTensor tensor) in saved.Tensors)
        {
            Assert.Equal(tensor.Shape, loaded.Tensors[name].Shape);
            Assert.Equal(Bits(tensor), Bits(loaded.Tensors[name]));
        }

        static IEnumerable<int> Bits(StoredTensor tensor) => tensor.Values.ToArray().Select(BitConverter.SingleToInt32Bits);
    }
}
