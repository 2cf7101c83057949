using System.Text;

namespace NetGen.Runtime.Tests;

public sealed class SafetensorsFileTests
{
    [Fact]
    public void File_is_a_length_a_header_padded_to_eight_bytes_and_the_values()
    {
        using TemporaryFolder folder = new();
        SafetensorsFile file = new() { Metadata = { ["b"] = "2", ["a"] = "\"1\"" } };
        file.Add("x.10", [2, 1], [1f, -2f]);
        file.Add("x.2", [], [0.5f]);

        file.Save(folder.File("file"));

        const string Header =
            """{"__metadata__":{"a":"\"1\"","b":"2"},"x.10":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"""
            + "\"x.2\"" + """:{"dtype":"F32","shape":[],"data_offsets":[8,12]}}""";
        int padded = (Header.Length + 7) / 8 * 8;
        byte[] expected =
        [
            (byte)padded, 0, 0, 0, 0, 0, 0, 0,
            .. Encoding.UTF8.GetBytes(Header.PadRight(padded)),
            0, 0, 0x80, 0x3F,
            0, 0, 0, 0xC0,
            0, 0, 0, 0x3F,
        ];
        Assert.Equal(expected, File.ReadAllBytes(folder.File("file")));
    }

    [Fact]
    public void What_was_saved_comes_back_to_the_bit()
    {
        using TemporaryFolder folder = new();
        float[] values = [float.NaN, BitConverter.Int32BitsToSingle(0x7FC12345), -0f, float.Epsilon, float.PositiveInfinity, 1 / 3f];
        SafetensorsFile file = new() { Metadata = { ["schlüssel"] = "值 \n \"😀\" <&>" } };
        file.Add("matrix", [2, 3], values);
        file.Add("größe \"1\\2\"", [], [7f]);
        file.Add("nothing", [0, 5], []);

        file.Save(folder.File("file"));
        SafetensorsFile loaded = SafetensorsFile.Load(folder.File("file"));

        Assert.Equal(file.Metadata, loaded.Metadata);
        Assert.Equal(["größe \"1\\2\"", "matrix", "nothing"], loaded.Tensors.Keys);
        Assert.Equal([2, 3], loaded.Tensors["matrix"].Shape);
        Assert.Equal(
            values.Select(BitConverter.SingleToInt32Bits),
            loaded.Tensors["matrix"].Values.ToArray().Select(BitConverter.SingleToInt32Bits));
        Assert.Empty(loaded.Tensors["größe \"1\\2\""].Shape);
        Assert.Equal([7f], loaded.Tensors["größe \"1\\2\""].Values);
        Assert.Equal([0, 5], loaded.Tensors["nothing"].Shape);
    }

    [Fact]
    public void Bytes_do_not_depend_on_the_order_of_adding()
    {
        using TemporaryFolder folder = new();
        Save("forth", ["a", "b", "c"]);
        Save("back", ["c", "b", "a"]);

        Assert.Equal(File.ReadAllBytes(folder.File("forth")), File.ReadAllBytes(folder.File("back")));

        void Save(string path, string[] names)
        {
            SafetensorsFile file = new();
            foreach (string name in names)
            {
                file.Metadata[name] = name;
                file.Add(name, [1], [name[0]]);
            }

            file.Save(folder.File(path));
        }
    }

    [Fact]
    public void Values_longer_than_a_block_come_back()
    {
        using TemporaryFolder folder = new();
        float[] values = Numbers.Uniform((1 << 20) + 3, seed: 1);
        SafetensorsFile file = new();
        file.Add("long", [values.Length], values);

        file.Save(folder.File("file"));

        Assert.Equal(values, SafetensorsFile.Load(folder.File("file")).Tensors["long"].Values);
    }

    [Fact]
    public void Add_refuses_a_name_that_is_taken_and_values_that_do_not_fit()
    {
        SafetensorsFile file = new();
        file.Add("x", [1], [0f]);

        Assert.StartsWith(
            "Expected a name that no other tensor has, got \"x\" again.",
            Assert.Throws<ArgumentException>(() => file.Add("x", [1], [0f])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Expected the name of a tensor, got \"__metadata__\"",
            Assert.Throws<ArgumentException>(() => file.Add("__metadata__", [1], [0f])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "y: expected the values of a shape [2, 3], got 5.",
            Assert.Throws<ArgumentException>(() => file.Add("y", [2, 3], new float[5])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => file.Add("y", [-1, -1], [0f]));
        Assert.Throws<ArgumentException>(() => file.Add("y", [65536, 65536, 65536, 65536], []));
        Assert.Equal(["x"], file.Tensors.Keys);
    }

    [Fact]
    public void Saving_replaces_a_file_and_leaves_no_other()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("file"), new string('x', 1000));

        new SafetensorsFile().Save(folder.File("file"));

        Assert.Equal("\u0008\0\0\0\0\0\0\0{}      ", File.ReadAllText(folder.File("file")));
        Assert.Equal([folder.File("file")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_failure_while_writing_keeps_the_old_file_and_leaves_no_other()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("file"), "old");

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(folder.File("file"), static stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(folder.File("file")));
        Assert.Equal([folder.File("file")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_failure_while_renaming_leaves_no_file()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("taken"));

        Assert.ThrowsAny<Exception>(() => new SafetensorsFile().Save(folder.File("taken")));

        Assert.Equal([folder.File("taken")], Directory.GetFileSystemEntries(folder.Path));
    }
}
