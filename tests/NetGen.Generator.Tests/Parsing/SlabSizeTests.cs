using System.Globalization;

namespace NetGen.Generator.Tests;

public sealed class SlabSizeTests
{
    private static readonly TypeSpec Net = new("", EquatableArray.Of<string>(), "class", "Net", "");

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
        ScheduledNetwork network = ScheduledNetwork.Of(
            new NetworkSpec(Net, Shape.Example(input), mlp.ToLayers()), TestContext.Current.CancellationToken);

        Assert.Equal(network.Parameters.Length, SlabSize.Parameters(mlp.Linears));
        Assert.InRange(
            network.StepMemory.Scratch + network.StepMemory.PerRow, 1, SlabSize.Activations(Shape.Example(input), [.. mlp.Linears]));
    }

    // Of the first, the gradient of the inputs takes most: transposed weights; of the next two, copied images; of the fourth, its phases.
    [Theory]
    [InlineData(8, 64, 8, 1, null)]
    [InlineData(9, 3, 7, 1, 6)]
    [InlineData(40, 1, 33, 50, 32)]
    [InlineData(30, 2, 1, 29, 0)]
    [InlineData(12, 40, 3, 2, null)]
    [InlineData(5, 33, 1, 1, null)]
    public void What_convolutions_work_in_counts(int side, int outputs, int kernel, int stride, int? padding)
    {
        Conv2dSpec first = Convolution("0", outputs: 3, kernel: 1, stride: 1, padding: 0);
        Conv2dSpec second = Convolution("1", outputs, kernel, stride, padding);
        Shape image = Shape.Example(side, side, 3);
        LayerSizes sizes = new();
        sizes.Add(first, image, image, first.Name);
        sizes.Add(second, image, second.ShapeOver(image), second.Name);

        ScheduledNetwork network = ScheduledNetwork.Of(
            new NetworkSpec(Net, image, EquatableArray.Of<LayerSpec>(first, second)), TestContext.Current.CancellationToken);

        Assert.Equal(network.Parameters.Length, SlabSize.Parameters(sizes.Linears));
        Assert.InRange(network.StepMemory.Scratch + network.StepMemory.PerRow, 1, SlabSize.Activations(image, sizes.Linears));
    }

    // Of the last two, the second's uses share parameters.
    [Theory]
    [InlineData(8, 1, 1, true, true, false)]
    [InlineData(48, 6, 200, true, false, true)]
    [InlineData(40, 4, 33, false, true, true)]
    [InlineData(512, 32, 3, false, false, false)]
    public void What_attention_keeps_and_works_in_counts(int width, int heads, int length, bool joint, bool bias, bool rotary)
    {
        Shape sequence = Shape.Example(length, width);
        LayerSpec[] layers =
        [
            .. Enumerable.Range(0, 3).Select(number => new SelfAttentionSpec(
                $"{number}", heads, Causal: false, bias, joint, rotary ? 10_000f : null, Init.XavierUniform, 1f)
            {
                ParameterPath = number == 0 ? "0" : "1",
            }),
        ];
        LayerSizes sizes = new();
        foreach (LayerSpec layer in layers)
            sizes.Add(layer, sequence, sequence, layer.ParameterPath);

        ScheduledNetwork network = ScheduledNetwork.Of(
            new NetworkSpec(Net, sequence, layers.ToEquatableArray()), TestContext.Current.CancellationToken);

        Assert.Equal(network.Parameters.Length, SlabSize.Parameters(sizes.Linears));
        Assert.InRange(
            network.TeamStepMemory.Scratch + network.TeamStepMemory.PerRow, 1, SlabSize.Activations(sequence, sizes.Linears));
    }

    // The harness fails where a pass throws, as it would for a buffer that no array holds.
    [Theory]
    [InlineData("[Network(Input = 8, Length = {0}), SelfAttention(2, Rotary = true, Joint = false), ReLU, Linear(3)]")]
    [InlineData("[Network(Vocabulary = 5, Length = {0}), Embedding(2000), PositionEmbedding, ClassToken, Use<Attending>]")]
    [InlineData("[Network(Input = 1, Height = {0}, Width = 2), PatchEmbedding(1, 6), Repeat<Attending>(3), MeanPool]")]
    public void The_longest_example_that_fits_is_planned(string network)
    {
        (int fits, int tooLong) = (1, 100_000);
        while (tooLong - fits > 1)
        {
            int middle = (fits + tooLong) / 2;
            (fits, tooLong) = MistakesAt(middle).Length == 0 ? (middle, tooLong) : (fits, middle);
        }

        Assert.Equal(DiagnosticDescriptors.SlabTooLarge.Id, Assert.Single(MistakesAt(tooLong)));

        string[] MistakesAt(int length)
        {
            string declared = string.Format(CultureInfo.InvariantCulture, network, length);
            GeneratorRun run = GeneratorRun.Over(
                $"using NetGen; {declared} partial class Net; [Block, LayerNorm, SelfAttention(1), SwiGLU, Linear(6)] class Attending;");
            return [.. run.Reported.Select(static mistake => mistake.Id)];
        }
    }

    [Fact]
    public void A_first_convolution_has_no_gradient_of_its_inputs()
    {
        Shape image = Shape.Example(224, 224, 1);
        Conv2dSpec whole = Convolution("0", outputs: 1500, kernel: 224, stride: 1, padding: 0);
        LayerSizes first = new(), second = new();
        first.Add(whole, image, whole.ShapeOver(image), whole.Name);
        second.Add(Convolution("0", outputs: 1, kernel: 1, stride: 1, padding: 0), image, image, "0");
        second.Add(whole, image, whole.ShapeOver(image), "1");

        Assert.InRange(SlabSize.Activations(image, first.Linears), 1, SlabSize.MaxLength);
        Assert.True(SlabSize.Activations(image, second.Linears) > SlabSize.MaxLength);
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
        Assert.True(SlabSize.Activations(Shape.Example(mlp.Input), [.. mlp.Linears]) > SlabSize.MaxLength);
    }

    private static Conv2dSpec Convolution(string name, int outputs, int kernel, int stride, int? padding) =>
        new(name, outputs, kernel, stride, padding, Bias: true, Init.KaimingNormal, 1f);

    private static MlpDeclaration Mlp(int depth, int width) => new(depth, width, width, width, false, "ReLU", Init.KaimingNormal, 1f, true);
}
