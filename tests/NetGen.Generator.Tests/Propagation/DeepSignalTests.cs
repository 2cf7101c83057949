namespace NetGen.Generator.Tests;

/// <summary>
/// The pass where a value can be reached in very many ways, or over very many steps: its work must not grow with their number.
/// </summary>
public sealed class DeepSignalTests
{
    // x + x / σ = (1 + 1/σ) x: the standard deviation grows by 1 in every block.
    [Fact]
    public void Every_block_of_a_norm_with_a_shortcut_around_it_adds_one_standard_deviation() =>
        Assert.Equal(201, Last("[Block, RmsNorm] public class Norm; [Network(Input = 8), Repeat<Norm>(200, Residual = true), Linear(1)] "
            + "public partial class Net;", fromEnd: 2).StreamDeviation, 201 * 1e-3);

    // The mean of x + tanh(x) stays 0, and its size grows by less than 1 in every block.
    [Fact]
    public void Activations_with_shortcuts_around_them_are_followed()
    {
        double deviation = Last("[Block, Tanh] public class Squash; [Network(Input = 8), Repeat<Squash>(100, Residual = true), Linear(1)] "
            + "public partial class Net;", fromEnd: 2).StreamDeviation;

        Assert.InRange(deviation, 50, 101);
    }

    [Fact]
    public void A_matrix_may_be_used_hundreds_of_times()
    {
        LayerSignal last = Last("[Block, Linear(8, Init = Init.Orthogonal), Tanh] public class Layer; "
            + "[Network(Input = 8), Repeat<Layer>(300, Shared = true)] public partial class Net;", fromEnd: 1);

        Assert.InRange(last.StreamDeviation, 1e-3, 1);
    }

    // With n blocks of variance 1/n the square grows at most e times, or a little more by the means of the branches; a ReLU behind them
    // halves it.
    [Fact]
    public void A_thousand_sums_may_lie_before_the_first_value_that_needs_drawn_units()
    {
        LayerSignal last = Last(
            "[Block, Linear(4), ReLU, Linear(4)] public class Branch; [Network(Input = 4), Repeat<Branch>(1000, "
            + "Shortcut = Shortcut.Scaled), ReLU, Linear(4)] public partial class Net;", fromEnd: 1);

        Assert.Equal(Math.Sqrt(Math.Pow(1 + 2.0 / 1000, 1000)), last.PreActivationDeviation, 0.01);
    }

    private static LayerSignal Last(string source, int fromEnd)
    {
        EquatableArray<LayerSignal> signals = ScheduledNetwork.Of(
            GeneratorRun.Over("using NetGen; " + source).Network, TestContext.Current.CancellationToken).Signals;
        return signals[signals.Count - fromEnd];
    }
}
