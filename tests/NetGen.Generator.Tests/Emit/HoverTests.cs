using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>What an editor shows where the pointer rests, read from the symbols as it reads them.</summary>
public sealed class HoverTests
{
    private const string FeedForward = "using NetGen; [Block, Linear(64), Gelu, Linear(32)] public class FeedForward; ";

    [Fact]
    public void A_network_shows_its_layers_with_equal_ones_as_one_row() => AssertShows(
        """
        layer           operation                   input  output  parameters    FLOPs    bytes
        layers.0 .. 19  20 × [x + ReLU(Linear(x))]     64      64      83,200  167,680  332,800
        total                                                          83,200  167,680  332,800
        """,
        Type("using NetGen; [Mlp(Depth = 20, Residual = true)] public partial class Net;"));

    [Fact]
    public void A_network_of_blocks_shows_them_as_one_row() => AssertShows(
        """
        layer      operation                  input  output  parameters    FLOPs    bytes
        0.0 .. 49  50 × [x + FeedForward(x)]     32      32     209,600  419,200  838,400
        1          Linear(x)                     32       1          33       65      132
        total                                                   209,633  419,265  838,532
        """,
        Type(FeedForward + "[Network(Input = 32), Repeat<FeedForward>(50, Residual = true), Linear(1)] public partial class Net;"));

    [Fact]
    public void A_network_of_tokens_shows_shapes_and_counts_the_cost_of_every_token() => AssertShows(
        """
        layer     operation                   input   output  parameters      FLOPs   bytes
        0         Linear(x)                  49 × 3  49 × 32         128     10,976     512
        1.0 .. 3  4 × [x + FeedForward(x)]  49 × 32  49 × 32      16,768  1,643,264  67,072
        total                                                     16,896  1,654,240  67,584
        """,
        Type(
            FeedForward
            + "[Network(Input = 3, Length = 49), Linear(32), Repeat<FeedForward>(4, Residual = true)] public partial class Net;"));

    [Fact]
    public void A_network_shows_what_is_expected_of_its_layers_at_the_start()
    {
        INamedTypeSymbol type = Type("using NetGen; [Mlp(Depth = 2, InitScale = 0.5f, InputStd = 0.577f)] public partial class Net;");

        AssertShows(
            """
            layer     std of z  of stream  z > 0  cosine  |dL/dz|
            layers.0     0.408      0.238   0.50   0.318    0.500
            layers.1     0.204      0.119   0.50   0.494     1.00
            """,
            type, table: 1);
        Assert.Contains("for inputs of mean 0 and standard deviation 0.577:", Documentation(type).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_show_shape_and_offset() => AssertShows(
        """
        parameter               shape     offset
        input.weight            [45, 3]   0
        input.bias              [45]      192
        layers.0.linear.weight  [45, 45]  256
        layers.0.linear.bias    [45]      3,136
        output.weight           [2, 45]   3,200
        output.bias             [2]       4,640
        """,
        Parameters("using NetGen; [Mlp(Width = 45, Depth = 1, Input = 3, Output = 2)] public partial class Net;"));

    [Fact]
    public void Parameters_of_equal_layers_share_a_row() => AssertShows(
        """
        parameter               shape     offset
        layers.i.linear.weight  [64, 64]  0 + 4,160 i      i = 0 .. 19
        layers.i.linear.bias    [64]      4,096 + 4,160 i  i = 0 .. 19
        """,
        Parameters("using NetGen; [Mlp(Depth = 20)] public partial class Net;"));

    [Fact]
    public void Parameters_of_repeated_blocks_share_a_row() => AssertShows(
        """
        parameter     shape     offset
        0.i.0.weight  [64, 32]  0 + 4,192 i      i = 0 .. 49
        0.i.0.bias    [64]      2,048 + 4,192 i  i = 0 .. 49
        0.i.2.weight  [32, 64]  2,112 + 4,192 i  i = 0 .. 49
        0.i.2.bias    [32]      4,160 + 4,192 i  i = 0 .. 49
        1.weight      [1, 32]   209,600
        1.bias        [1]       210,624
        """,
        Parameters(FeedForward + "[Network(Input = 32), Repeat<FeedForward>(50, Residual = true), Linear(1)] public partial class Net;"));

    [Fact]
    public void Parameters_of_repetitions_in_repetitions_share_a_row() => AssertShows(
        """
        parameter         shape     offset
        0.i.0.weight      [32, 32]  0 + 13,632 i                i = 0 .. 3
        0.i.0.bias        [32]      1,024 + 13,632 i            i = 0 .. 3
        0.i.1.j.0.weight  [64, 32]  1,056 + 13,632 i + 4,192 j  i = 0 .. 3, j = 0 .. 2
        0.i.1.j.0.bias    [64]      3,104 + 13,632 i + 4,192 j  i = 0 .. 3, j = 0 .. 2
        0.i.1.j.2.weight  [32, 64]  3,168 + 13,632 i + 4,192 j  i = 0 .. 3, j = 0 .. 2
        0.i.1.j.2.bias    [32]      5,216 + 13,632 i + 4,192 j  i = 0 .. 3, j = 0 .. 2
        """,
        Parameters(FeedForward + """
            [Block, Linear(32), Repeat<FeedForward>(3)] public class Stage;
            [Network(Input = 32), Repeat<Stage>(4)] public partial class Net;
            """));

    [Fact]
    public void Parameters_share_a_row_only_where_shapes_and_distances_are_equal() => AssertShows(
        """
        parameter  shape     offset
        0.weight   [64, 64]  0
        0.bias     [64]      4,096
        1.weight   [32, 64]  4,160
        1.bias     [32]      6,208
        2.weight   [64, 32]  6,240
        i.bias     [64]      8,288 + 4,160 (i - 2)  i = 2 .. 4
        i.weight   [64, 64]  8,352 + 4,160 (i - 3)  i = 3 .. 4
        """,
        Parameters(
            "using NetGen; [Network(Input = 64), Linear(64), Linear(32), Linear(64), Linear(64), Linear(64)] public partial class Net;"));

    private static void AssertShows(string expected, ISymbol symbol, int table = 0)
    {
        string code = Documentation(symbol).Elements("code").ElementAt(table).Value;
        Assert.Equal(expected.Split('\n'), code.Trim().Split('\n').Select(static line => line.Trim()));
    }

    private static XElement Documentation(ISymbol symbol) =>
        XElement.Parse(symbol.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!).Element("remarks")!;

    private static INamedTypeSymbol Type(string source) => GeneratorRun.Over(source).Output.GetTypeByMetadataName("Net")!;

    private static ISymbol Parameters(string source) => Type(source).GetMembers("Parameters").Single();
}
