using NetGen.Experiments.LeakySlope;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.LeakySlope;

/// <summary>The verdict on invented runs: it follows the numbers, whatever they are.</summary>
public sealed class SlopeVerdictTests
{
    // It mends declarations once for all.
    private static readonly LeakySlopeExperiment experiment = new();

    [Theory]
    [InlineData(0.01, 0.33, true)]
    [InlineData(0.33, 0.33, false)]
    [InlineData(0.01, 0.01, false)]
    public void Plain_network_trains_with_the_slope_where_it_does(double leaky, double plain, bool expected) => Assert.Equal(
        expected,
        Holds("Distant Identity: a plain network trains", run => run with { UnseenLoss = Choose(run, leaky, plain) }));

    [Theory]
    [InlineData(0.8, 0.1, true)]
    [InlineData(0.4, 0.1, false)]
    [InlineData(0.8, 0.6, false)]
    public void Images_are_told_apart_where_they_are(double leaky, double plain, bool expected) => Assert.Equal(
        expected,
        Holds("Fashion-MNIST, dense: a plain network trains", run => run with { Accuracies = [0.1, Choose(run, leaky, plain)] }));

    [Theory]
    [InlineData(0.8, 0.7, true)]
    [InlineData(0.7, 0.8, false)]
    public void Slope_does_as_well_as_a_residual_connection_where_it_does(double leaky, double residual, bool expected) => Assert.Equal(
        expected,
        Holds(
            "Fashion-MNIST, convolutional: at every depth the slope does as well as a residual",
            run => run with { Accuracies = [run.Declared.Kind == SlopeKind.Residual ? residual : leaky] }));

    [Theory]
    [InlineData(0.88, true)]
    [InlineData(0.6, false)]
    public void Cosine_is_near_where_it_is(double cosine, bool expected) => Assert.Equal(
        expected,
        Holds("Where inputs have nothing in common", run => run with { Layers = [new SlopeLayer("0", cosine, 0.896)] }));

    private static double Choose(SlopeRun run, double leaky, double plain) => run.Declared.Kind == SlopeKind.Leaky ? leaky : plain;

    private static bool Holds(string words, Func<SlopeRun, SlopeRun> measured)
    {
        Dictionary<string, string> options = experiment.Options
            .ToDictionary(static option => option.Name, static option => option.Standard);
        options["--deepest"] = "20";
        Settings settings = new(0, 2, 1, 64, "", options);
        SlopeRun[] runs =
        [
            .. from task in SlopeTask.All
               from kind in Enum.GetValues<SlopeKind>()
               from seed in Enumerable.Range(0, 2)
               select measured(new SlopeRun(
                   new SlopeNetwork(task, kind, 20), seed, [1f], 1, UnseenLoss: 0.3, Accuracies: [0.3], Parameters: 1, StepMicroseconds: 1,
                   [new SlopeLayer("0", 0.9, 0.9)])),
        ];
        return experiment.Conclude(settings, runs).Findings
            .Single(finding => finding.Claim.StartsWith(words, StringComparison.Ordinal)).Standing == Standing.Holds;
    }
}
