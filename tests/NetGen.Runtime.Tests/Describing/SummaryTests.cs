namespace NetGen.Runtime.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void The_layer_table_has_a_row_for_each_piece_and_how_often_it_is_repeated() => Assert.Equal(
        """
        Tabled
        layer          operation                   input  output  parameters  FLOPs  bytes
        0              Linear(x)                       3       8          32     56    128
        1.0.0 … 1.4.0  5 × [ReLU(Linear(x))]           8       8         360    720  1,440
        1.0.2 … 1.4.2  5 × [residual + Linear(x)]      8       8         360    720  1,440
        2              Linear(x)                       8       2          18     34     72
        total                                          3       2         770  1,530  3,080

        """,
        FirstLines(Tabled.Info.ToString(), 8));

    [Fact]
    public void Memory_is_that_of_the_plan()
    {
        string summary = Tabled.Info.Summary();
        string floats = (4L * Tabled.Info.Memory.Parameters).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains("memory, in bytes, with padding", summary, StringComparison.Ordinal);
        Assert.Contains($"parameters{new string(' ', 22)}{floats}", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_signals_has_a_row_for_each_layer()
    {
        string[] lines = Tabled.Info.SignalTable().Split('\n');

        Assert.Equal(1 + Tabled.Info.Layers.Length, lines.Length);
        Assert.StartsWith("layer", lines[0], StringComparison.Ordinal);
    }

    private static string FirstLines(string text, int count) => string.Join('\n', text.Split('\n').Take(count));
}

[Block]
[Linear(8), ReLU, Linear(8)]
internal sealed class TwoLinear;

[Network(Input = 3)]
[Linear(8), Repeat<TwoLinear>(5, Residual = true), Linear(2)]
internal sealed partial class Tabled;
