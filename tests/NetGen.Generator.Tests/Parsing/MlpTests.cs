using System.Globalization;

namespace NetGen.Generator.Tests;

public sealed class MlpTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    public static TheoryData<Init> Inits => [.. Enum.GetValues<Init>()];

    [Fact]
    public void Hidden_layers_are_blocks_of_a_linear_and_an_activation()
    {
        NetworkSpec network = Parse(
            "Depth = 2, Width = 8, Residual = true, Activation = Activation.Gelu, "
            + "Init = Init.XavierUniform, InitScale = 0.5f, Bias = false");

        Assert.Equal(8, network.Example.Width);
        Assert.Equal<LayerSpec>([Block("layers.0"), Block("layers.1")], network.Layers);

        static BlockSpec Block(string name) => new(
            name,
            EquatableArray.Of<LayerSpec>(
                new LinearSpec($"{name}.linear", 8, false, Init.XavierUniform, 0.5f),
                new ActivationSpec($"{name}.activation", new Gelu())),
            new ShortcutSpec(ShortcutKind.Identity));
    }

    [Fact]
    public void Other_input_and_output_widths_are_linear_layers_at_the_ends()
    {
        NetworkSpec network = Parse("Depth = 1, Width = 8, Input = 3, Output = 5, Bias = false");

        Assert.Equal(3, network.Example.Width);
        Assert.Equal(["input", "layers.0", "output"], network.Layers.Select(static layer => layer.Name));
        Assert.Equal(new LinearSpec("input", 8, false, Init.KaimingNormal, 1f), network.Layers[0]);
        Assert.Equal(new LinearSpec("output", 5, false, Init.KaimingNormal, 1f), network.Layers[2]);
    }

    [Fact]
    public void Equal_input_and_output_widths_add_no_layer() =>
        Assert.Equal(["layers.0"], Parse("Depth = 1, Width = 8, Input = 8, Output = 8").Layers.Select(static layer => layer.Name));

    [Fact]
    public void The_identity_is_no_layer() =>
        Assert.Single(Assert.IsType<BlockSpec>(Parse("Depth = 1, Activation = Activation.Identity").Layers[0]).Layers);

    [Fact]
    public void Defaults_are_those_of_the_attribute()
    {
        MlpAttribute defaults = new();

        Assert.Equal(
            Parse(string.Create(
                CultureInfo.InvariantCulture,
                $"Depth = {defaults.Depth}, Width = {defaults.Width}, Activation = Activation.{defaults.Activation}, "
                + $"Residual = {(defaults.Residual ? "true" : "false")}, Bias = {(defaults.Bias ? "true" : "false")}, "
                + $"Init = Init.{defaults.Init}, InitScale = {defaults.InitScale}f, "
                + $"InputMean = {defaults.InputMean}f, InputStd = {defaults.InputStd}f")),
            Parse(""));
    }

    [Theory]
    [InlineData("", 0f, 1f)]
    [InlineData("InputMean = -0.5f, InputStd = 0.577f", -0.5f, 0.577f)]
    [InlineData("InputStd = 1", 0f, 1f)]
    public void Inputs_are_as_declared_or_standard(string arguments, float mean, float deviation)
    {
        Assert.Equal(new InputSignal(mean, deviation), Parse(arguments).Input);
        string attribute = $"Network(Input = 3{(arguments.Length > 0 ? ", " : "")}{arguments})";
        NetworkSpec network = GeneratorRun.Over($"using NetGen; [{attribute}, Linear(2)] public partial class Net;").Network;
        Assert.Equal(new InputSignal(mean, deviation), network.Input);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_is_known_by_its_name(Activation activation)
    {
        BlockSpec block = Assert.IsType<BlockSpec>(Parse($"Depth = 1, Activation = Activation.{activation}").Layers[0]);

        Assert.Equal(
            activation == Activation.Identity ? [] : [activation.ToString()],
            block.Layers.OfType<ActivationSpec>().Select(static layer => layer.Function.GetType().Name));
    }

    [Theory]
    [InlineData("", 0.01f)]
    [InlineData(", Slope = 0.4f", 0.4f)]
    [InlineData(", Slope = -0f", 0f)]
    public void A_leaky_activation_has_a_slope(string argument, float slope)
    {
        BlockSpec block = Assert.IsType<BlockSpec>(Parse($"Depth = 1, Activation = Activation.LeakyReLU{argument}").Layers[0]);

        Assert.Equal(new LeakyReLU(slope), Assert.IsType<ActivationSpec>(block.Layers[1]).Function);
        Assert.Equal(0.01f, new MlpAttribute().Slope);
    }

    [Theory]
    [MemberData(nameof(Inits))]
    public void An_init_is_known_by_its_name(Init init)
    {
        BlockSpec block = Assert.IsType<BlockSpec>(Parse($"Depth = 1, Init = Init.{init}").Layers[0]);

        Assert.Equal(init, Assert.Single(block.Layers.OfType<LinearSpec>()).Init);
    }

    [Fact]
    public void An_argument_may_be_any_constant_expression() =>
        Assert.Equal(6, Parse("Depth = Sizes.Half * 2, Width = 1 << 5").Layers.Count);

    [Theory]
    [InlineData("Depth = ")]
    [InlineData("Depth = \"three\"")]
    [InlineData("Depth = Unknown")]
    [InlineData("Depth = new int[2]")]
    [InlineData("Depht = 3")]
    [InlineData("Activation = Activation.")]
    [InlineData("5")]
    [InlineData("Depth: 3")]
    public void An_argument_that_does_not_compile_counts_as_not_given(string argument)
    {
        GeneratorRun run = Run(argument);

        Assert.Empty(run.Reported);
        Assert.Equal(Parse(""), run.Network);
    }

    private static NetworkSpec Parse(string arguments) => Run(arguments).Network;

    private static GeneratorRun Run(string arguments) => GeneratorRun.Over(
        $"using NetGen; [Mlp({arguments})] public partial class Net; internal static class Sizes {{ public const int Half = 3; }}");
}
