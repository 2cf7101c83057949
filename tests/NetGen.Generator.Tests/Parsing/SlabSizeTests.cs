namespace NetGen.Generator.Tests;

public sealed class SlabSizeTests
{
    [Fact]
    public void Parameters_of_twenty_layers_of_64_are_those_that_the_model_has() =>
        Assert.Equal(83_200, SlabSize.Parameters(Mlp(depth: 20, width: 64)));

    [Fact]
    public void Weights_and_biases_are_padded_to_whole_panels() =>
        Assert.Equal(64 * 33 + 64, SlabSize.Parameters(Mlp(depth: 1, width: 33)));

    [Fact]
    public void Layers_at_the_ends_count() =>
        Assert.Equal((32 * 5 + 32) + (32 * 32 + 32) + (64 * 32 + 64), SlabSize.Parameters(Mlp(depth: 1, width: 32) with { Input = 5, Output = 40 }));

    [Fact]
    public void The_largest_numbers_do_not_overflow() => Assert.True(
        SlabSize.Parameters(Mlp(4096, int.MaxValue) with { Input = int.MaxValue - 1, Output = int.MaxValue - 1 }) > 1e22m);

    [Fact]
    public void A_wide_output_costs_more_activations_than_parameters()
    {
        MlpDeclaration mlp = Mlp(depth: 1, width: 1) with { Output = 1 << 28 };

        Assert.True(SlabSize.Parameters(mlp) < int.MaxValue);
        Assert.True(SlabSize.Activations(mlp) > int.MaxValue);
    }

    private static MlpDeclaration Mlp(int depth, int width) => new(depth, width, width, width, false, "ReLU", "KaimingNormal", 1f, true);
}
