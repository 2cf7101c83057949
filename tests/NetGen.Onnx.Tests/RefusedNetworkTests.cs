namespace NetGen.Onnx.Tests;

/// <summary>What cannot be saved.</summary>
public sealed class RefusedNetworkTests
{
    [Fact]
    public void A_layer_that_there_is_no_ONNX_for_is_an_error_that_names_it()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("network.onnx");
        File.WriteAllText(path, "before");

        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => new LaterNetwork().SaveOnnx(path));

        Assert.Equal(
            "Net, layer 1, Wavelet(x): expected operations that an ONNX model can be made of, got Wavelet.", refused.Message);
        Assert.Equal("before", File.ReadAllText(path));
    }

    [Fact]
    public void A_network_that_was_compiled_before_networks_told_what_they_compute_is_an_error() => Assert.Equal(
        "Net: expected a network that tells what its layers compute; compile it with this version of NetGen.",
        Assert.Throws<NotSupportedException>(static () => new EarlierNetwork().SaveOnnx("network.onnx")).Message);

    [Fact]
    public void A_folder_is_no_file()
    {
        using TemporaryFolder folder = new();

        IOException refused = Assert.Throws<IOException>(() => DeclaredNetworks.Save("Linear of vectors", folder.Path));

        Assert.StartsWith(folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_path_and_no_network_are_errors()
    {
        Assert.Throws<ArgumentException>(static () => DeclaredNetworks.Save("Linear of vectors", ""));
        Assert.Throws<ArgumentNullException>(static () => default(LaterNetwork)!.SaveOnnx("network.onnx"));
    }
}
