namespace NetGen.Generator.Tests;

/// <summary>The table of expected signals, for signals that are made up.</summary>
public sealed class SignalTableTests
{
    private const string Block = "using NetGen; [Block, RmsNorm, Linear(8), Gelu, Linear(4)] public class Branch; ";

    [Fact]
    public void Every_layer_has_a_row() => AssertShows(
        """
        layer     std of z  of stream  z > 0  cosine  |dL/dz|
        layers.0      1.41       1.41   0.50   0.000    0.500
        layers.1      1.41       1.41   0.50   0.500     1.00
        """,
        "[Mlp(Depth = 2)]", static layer => new LayerSignal(Math.Sqrt(2), Math.Sqrt(2), 0.5, layer / 2.0, (layer + 1) / 2.0));

    [Fact]
    public void Neighbours_with_equal_numbers_share_a_row() => AssertShows(
        """
        layer           std of z  of stream  z > 0  cosine  |dL/dz|
        input               1.00       1.00   0.50   0.000     1.00
        layers.0 .. 49      2.00       1.00   0.50   0.000     1.00
        output              1.00       1.00   0.50   0.000     1.00
        """,
        "[Mlp(Depth = 50, Input = 3, Output = 2)]",
        static layer => new LayerSignal(layer is 0 or 51 ? 1 : 2, 1, 0.5, 0, 1 + 1e-4 * layer / 51));

    [Fact]
    public void A_deep_network_shows_some_of_its_layers_with_the_first_and_the_last() => AssertShows(
        """
        layer      std of z  of stream  z > 0  cosine   |dL/dz|
        layers.0       1.00       1.00   0.50   0.000  1.00e-49
        layers.5       1.00       1.00   0.50   0.000  1.00e-44
        layers.11      1.00       1.00   0.50   0.000  1.00e-38
        layers.16      1.00       1.00   0.50   0.000  1.00e-33
        layers.22      1.00       1.00   0.50   0.000  1.00e-27
        layers.27      1.00       1.00   0.50   0.000  1.00e-22
        layers.33      1.00       1.00   0.50   0.000  1.00e-16
        layers.38      1.00       1.00   0.50   0.000  1.00e-11
        layers.44      1.00       1.00   0.50   0.000   1.00e-5
        layers.49      1.00       1.00   0.50   0.000      1.00
        """,
        "[Mlp(Depth = 50)]", static layer => new LayerSignal(1, 1, 0.5, 0, Math.Pow(10, layer - 49)));

    [Fact]
    public void Repeated_blocks_show_the_layer_at_one_place() => AssertShows(
        """
        layer            std of z  of stream  z > 0  cosine  |dL/dz|
        0.0.0                1.00       1.00   0.50   0.000     1.00
        0.0.3 .. 0.19.3      3.00       3.00   0.50   0.000     1.00
        """,
        Block + "[Network(Input = 4), Repeat<Branch>(20, Residual = true)]",
        static layer => new LayerSignal(layer % 3 + 1, layer % 3 + 1, 0.5, 0, 1));

    [Theory]
    [InlineData(0.0405, "0.0405")]
    [InlineData(0.99996, "1.00")]
    [InlineData(12.34, "12.3")]
    [InlineData(9999, "1.00e4")]
    [InlineData(1234, "1230")]
    [InlineData(0.001, "0.00100")]
    [InlineData(4.361e-13, "4.36e-13")]
    [InlineData(1e308, "1.00e308")]
    [InlineData(0, "0")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NaN, "-")]
    public void A_number_has_three_digits(double number, string text) =>
        Assert.Equal(
            text,
            Render("[Mlp(Depth = 1)]", _ => new LayerSignal(number, 1, 0.5, 0, 1))[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);

    [Fact]
    public void What_has_no_meaning_is_a_dash() => AssertShows(
        """
        layer     std of z  of stream  z > 0  cosine  |dL/dz|
        layers.0         0          0      -       -        -
        """,
        "[Mlp(Depth = 1)]", static _ => new LayerSignal(0, 0, double.NaN, double.NaN, double.NaN));

    private static void AssertShows(string table, string attributes, Func<int, LayerSignal> signal) =>
        Assert.Equal(table.Split('\n'), Render(attributes, signal));

    private static IReadOnlyList<string> Render(string attributes, Func<int, LayerSignal> signal)
    {
        string source = attributes.StartsWith("using", StringComparison.Ordinal) ? attributes : "using NetGen; " + attributes;
        Graph graph = InferShapes.Run(Lower.Run(GeneratorRun.Over(source + " public partial class Net;").Network));
        return SignalTable.Render(graph, graph.Layers.Select((_, layer) => signal(layer)).ToEquatableArray());
    }
}
