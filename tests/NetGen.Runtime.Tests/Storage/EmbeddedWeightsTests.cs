using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>Weights that lie in the assembly of their network: PyTorch's, in this one.</summary>
public sealed class EmbeddedWeightsTests
{
    [Fact]
    public void Trained_has_the_parameters_of_the_file()
    {
        BatchNormNet loaded = new();
        loaded.Load(Path.Join(AppContext.BaseDirectory, "Golden", "batch_norm_state.safetensors"));

        Assert.All(
            loaded.Parameters,
            static parameter => Assert.Equal(parameter.ToArray(), BatchNormNet.Trained.Parameters[parameter.Name].ToArray()));
    }

    [Fact]
    public void Trained_is_one_network_whoever_asks()
    {
        BatchNormNet[] networks = new BatchNormNet[64];
        Parallel.For(0, networks.Length, index => networks[index] = BatchNormNet.Trained);

        Assert.All(networks, static network => Assert.Same(BatchNormNet.Trained, network));
    }

    [Fact]
    public void A_created_network_is_changed_alone()
    {
        BatchNormNet own = BatchNormNet.CreateTrained();
        own.Parameters["0.weight"].Scale(2f);

        Assert.NotSame(own, BatchNormNet.CreateTrained());
        Assert.Equal(BatchNormNet.CreateTrained().Parameters["0.weight"].ToArray(), BatchNormNet.Trained.Parameters["0.weight"].ToArray());
        Assert.NotEqual(own.Parameters["0.weight"].ToArray(), BatchNormNet.Trained.Parameters["0.weight"].ToArray());
    }

    [Fact]
    public void An_assembly_without_the_weights_is_an_error_that_says_what_embeds_them()
    {
        InvalidOperationException error =
            Assert.Throws<InvalidOperationException>(static () => _ = EmbeddedWeights.Load(new BatchNormNet(), "models/other.safetensors"));

        Assert.Equal(
            "BatchNormNet: expected the resource \"models/other.safetensors\" in NetGen.Runtime.Tests, found none. NetGen's targets embed "
                + "the additional files of a project that end with .safetensors; they come with the package, or with NetGen.props.",
            error.Message);
    }

    [Fact]
    public void Weights_of_another_network_are_an_error_that_names_both_and_change_nothing()
    {
        DropoutNet network = new(seed: 3);
        float[] before = network.Parameters["0.weight"].ToArray();

        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => _ = EmbeddedWeights.Load(network, "Golden/batch_norm_state.safetensors"));

        Assert.StartsWith(
            "resource \"Golden/batch_norm_state.safetensors\" of NetGen.Runtime.Tests: "
                + "expected all tensors of DropoutNet, but there is no ",
            error.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters["0.weight"].ToArray());
    }

    [Fact]
    public void What_failed_is_tried_again()
    {
        Assert.Throws<InvalidOperationException>(
            static () => _ = EmbeddedWeights.Share<DropoutNet>(static () => throw new InvalidOperationException()));

        Assert.NotNull(EmbeddedWeights.Share(static () => new DropoutNet()));
    }
}
