namespace NetGen.Generator.Tests;

public sealed class SlabSizeTests
{
    [Fact]
    public void The_limit_is_what_the_runtimes_slab_holds() => Assert.Equal(
        typeof(ParameterSet).Assembly.GetType("NetGen.CompilerServices.Slab")!.GetField("MaxLength")!.GetValue(null), SlabSize.MaxLength);

    [Theory]
    [InlineData(2, 64, 64, 64, "ReLU", true)]
    [InlineData(5, 45, 45, 45, "ReLU", false)]
    [InlineData(3, 128, 128, 128, "Gelu", true)]
    [InlineData(3, 129, 7, 500, "Tanh", true)]
    [InlineData(1, 1, 3000, 2000, "SiLU", false)]
    public void Parameters_are_counted_exactly_and_activations_from_above(
        int depth, int width, int input, int output, string activation, bool bias)
    {
        MlpDeclaration mlp = new(depth, width, input, output, Residual: true, activation, Init.KaimingNormal, 1f, bias);
        TypeSpec type = new("", EquatableArray.Of<string>(), "class", "Net", "");

        ScheduledNetwork network = ScheduledNetwork.Of(
            new NetworkSpec(type, Shape.Example(input), mlp.ToLayers()), TestContext.Current.CancellationToken);

        Assert.Equal(network.Parameters.Length, SlabSize.Parameters(mlp.Linears));
        Assert.InRange(network.StepMemory.Scratch + network.StepMemory.PerRow, 1, SlabSize.Activations([.. mlp.Linears]));
    }

    [Fact]
    public void Parameters_of_twenty_layers_of_64_are_those_that_the_model_has() =>
        Assert.Equal(83_200, SlabSize.Parameters(Mlp(depth: 20, width: 64).Linears));

    [Fact]
    public void Weights_and_biases_are_padded_to_whole_panels() =>
        Assert.Equal(64 * 33 + 64, SlabSize.Parameters(Mlp(depth: 1, width: 33).Linears));

    [Fact]
    public void Layers_at_the_ends_count() =>
        Assert.Equal(
            (32 * 5 + 32) + (32 * 32 + 32) + (64 * 32 + 64),
            SlabSize.Parameters((Mlp(depth: 1, width: 32) with { Input = 5, Output = 40 }).Linears));

    [Fact]
    public void The_largest_numbers_do_not_overflow() => Assert.True(
        SlabSize.Parameters((Mlp(4096, int.MaxValue) with { Input = int.MaxValue - 1, Output = int.MaxValue - 1 }).Linears) > 1e22m);

    [Fact]
    public void A_wide_output_costs_more_activations_than_parameters()
    {
        MlpDeclaration mlp = Mlp(depth: 1, width: 1) with { Output = 1 << 28 };

        Assert.True(SlabSize.Parameters(mlp.Linears) < SlabSize.MaxLength);
        Assert.True(SlabSize.Activations([.. mlp.Linears]) > SlabSize.MaxLength);
    }

    private static MlpDeclaration Mlp(int depth, int width) => new(depth, width, width, width, false, "ReLU", Init.KaimingNormal, 1f, true);
}
