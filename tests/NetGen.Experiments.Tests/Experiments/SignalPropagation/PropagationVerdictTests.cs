using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;
using NetGen.Experiments.SignalPropagation;

namespace NetGen.Experiments.Tests.Experiments.SignalPropagation;

/// <summary>The verdict on invented runs: it follows the numbers, whatever they are.</summary>
public sealed class PropagationVerdictTests
{
    private const int Depth = 50;

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void Wider_is_closer_where_errors_fall_with_width(int power, bool expected) => Assert.Equal(
        expected,
        Holds("The wider", (network, row) => Off(row, 1 + 0.1 * Math.Pow(64.0 / network.Width, power))));

    [Theory]
    [InlineData(1.04, true)]
    [InlineData(1.06, false)]
    public void Half_of_the_combinations_are_close_where_they_are(double factor, bool expected) => Assert.Equal(
        expected,
        Holds("At width 1024", (_, row) => row with { PreActivationStd = factor * row.PreActivationStd }));

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(1e5, false)]
    public void Gradient_of_a_small_start_vanishes_where_it_does(double factor, bool expected) => Assert.Equal(
        expected,
        Holds(
            "has no gradient",
            (network, row) => network.InitScale != 1 && row.Index == 1 ? row with { GradientRatio = factor * row.GradientRatio } : row));

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(0.5, false)]
    public void Inputs_become_indistinguishable_where_they_do(double cosine, bool expected) => Assert.Equal(
        expected,
        Holds("inputs become indistinguishable", (_, row) => row with { Cosine = cosine }));

    [Theory]
    [InlineData(1e6, true)]
    [InlineData(1, false)]
    public void Unscaled_residual_stream_explodes_where_it_does(double stream, bool expected) => Assert.Equal(
        expected,
        Holds("residual stream explodes", (network, row) => network.Shortcut == Shortcut.Identity ? row with { StreamStd = stream } : row));

    [Theory]
    [InlineData(1, true)]
    [InlineData(100, false)]
    public void Shared_weights_are_foretold_where_they_are(double factor, bool expected) => Assert.Equal(
        expected,
        Holds(
            "share their weights", (network, row) => network.Shared ? row with { PreActivationStd = factor * row.PreActivationStd } : row));

    [Theory]
    [InlineData(1, true)]
    [InlineData(100, false)]
    public void Gradient_of_a_residual_stack_is_foretold_where_it_is(double factor, bool expected) => Assert.Equal(
        expected,
        Holds(
            "gradient of a residual",
            (network, row) =>
                network.Shortcut == Shortcut.Identity && row.Index == 1 ? row with { GradientRatio = factor * row.GradientRatio } : row));

    [Theory]
    [InlineData(1, true)]
    [InlineData(1e-4, false)]
    public void Start_for_ReLU_suits_other_activations_where_their_signal_lasts(double factor, bool expected) => Assert.Equal(
        expected,
        Holds(
            "He's start",
            (network, row) => network.Activation == Activation.SiLU ? row with { PreActivationStd = factor * row.PreActivationStd } : row));

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.01, false)]
    public void Shallower_network_is_the_beginning_of_a_deeper_one_where_numbers_agree(double more, bool expected) => Assert.Equal(
        expected,
        Holds("What comes behind", (network, row) => network.Depth == 10 ? row with { Cosine = row.Cosine + more } : row));

    [Fact]
    public void Worst_network_is_named()
    {
        Finding finding = Findings(static (network, row) =>
            network is { Activation: Activation.Tanh, Init: Init.LeCunNormal, Norm: true, Shortcut: Shortcut.Identity }
                ? row with { PreActivationStd = 3 * row.PreActivationStd }
                : row)
            .Single(static finding => finding.Claim.StartsWith("At width 1024", StringComparison.Ordinal));
        Assert.Contains("RmsNorm, residual, Tanh, LeCun by 200 % (z std)", finding.Evidence, StringComparison.Ordinal);
    }

    private static PropagationRow Off(PropagationRow row, double factor) => row with
    {
        PreActivationStd = factor * row.PreActivationStd,
        Cosine = row.Cosine + factor - 1,
        GradientRatio = Math.Pow(factor, row.Index) * row.GradientRatio,
    };

    private static bool Holds(string words, Func<GridNetwork, PropagationRow, PropagationRow> measured) =>
        Findings(measured).Single(finding => finding.Claim.Contains(words, StringComparison.Ordinal)).Standing == Standing.Holds;

    private static IReadOnlyList<Finding> Findings(Func<GridNetwork, PropagationRow, PropagationRow> measured)
    {
        PropagationRun[] runs =
        [
            .. from width in Grid.Widths
               from network in Grid.Combinations(width, Depth).Concat(Grid.Others(width, Depth))
               let expected = Enumerable.Range(1, network.Depth).Select(layer => Expected(network, layer)).ToArray()
               from seed in Enumerable.Range(0, 2)
               select new PropagationRun($"width {width}", network, seed, 0, [.. expected.Select(row => measured(network, row))], expected),
        ];
        Settings settings = new(0, 1, 1, 64, "", new Dictionary<string, string> { ["--widest"] = "1024", ["--depth"] = $"{Depth}" });
        return new SignalPropagationExperiment().Conclude(settings, runs).Findings;
    }

    private static PropagationRow Expected(GridNetwork network, int layer) => new(
        layer,
        PreActivationStd: 1,
        StreamStd: 1,
        PositiveShare: 0.5,
        Cosine: 0.95,
        GradientRatio: network.InitScale == 1 ? 1 : Math.Pow(20, (layer - network.Depth) / 2.0));
}
