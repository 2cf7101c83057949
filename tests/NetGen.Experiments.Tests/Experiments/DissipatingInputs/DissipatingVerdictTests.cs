using NetGen.Experiments.DissipatingInputs;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.DissipatingInputs;

/// <summary>The verdict on invented runs: it follows the numbers, whatever they are.</summary>
public sealed class DissipatingVerdictTests
{
    private static readonly (string Kind, string Activation, int Depth)[] networks =
    [
        .. new[] { 5, 20, 50 }.SelectMany(
            static depth =>
                new[]
                {
                    (LayerKind.Plain, DissipatingInputsExperiment.ReLU, depth),
                    (LayerKind.Residual, DissipatingInputsExperiment.ReLU, depth),
                }),
        (LayerKind.Scaled, DissipatingInputsExperiment.ReLU, 50),
        (LayerKind.ZeroStart, DissipatingInputsExperiment.ReLU, 50),
        .. DissipatingInputsExperiment.Activations.Skip(1)
            .SelectMany(static activation => new[] { (LayerKind.Plain, activation.Name, 50), (LayerKind.Residual, activation.Name, 50) }),
    ];

    // Invented too: to read inputs back from real networks takes a second, and no verdict here is about that.
    private static readonly Dictionary<string, IReadOnlyList<LayerReadout>> readouts =
        networks.Select(static network => network.Kind)
            .Distinct()
            .ToDictionary(
                static kind => kind,
                static IReadOnlyList<LayerReadout> (_) =>
                    [.. RemainsFigure.Layers.Select(static layer => new LayerReadout(layer, Share: 0.5, []))]);

    [Theory]
    [InlineData(0.5, 0.1, true)]
    [InlineData(0.5, 0.5, false)]
    public void Neurons_are_eliminated_where_fewer_survive_further_down(double first, double last, bool expected) => Assert.Equal(
        expected,
        Holds("progressively eliminate", (_, layer) => Row(layer) with { Survival = first + (last - first) * (layer - 1) / 49 }));

    [Theory]
    [InlineData(0.8, true)]
    [InlineData(0.3, false)]
    public void Residual_connections_let_more_survive_where_more_do(double residual, bool expected) => Assert.Equal(
        expected,
        Holds("higher portion", (kind, layer) => Row(layer) with { Survival = kind == LayerKind.Residual ? residual : 0.5 }));

    [Theory]
    [InlineData(0.2, 30, true)]
    [InlineData(0.99, 1, false)]
    public void More_is_left_of_the_input_where_outputs_stay_apart(double cosine, double rank, bool expected) => Assert.Equal(
        expected,
        Holds(
            "more is left of the input",
            (kind, layer) => kind == LayerKind.Residual ? Row(layer) with { Cosine = cosine, EffectiveRank = rank } : Row(layer)));

    [Fact]
    public void Neuron_below_its_bound_is_counted_and_reported()
    {
        Finding finding = Findings(static (_, layer) => Row(layer) with { Violations = layer == 7 ? 1 : 0 }).Single(
            static finding => finding.Claim.StartsWith("No neuron", StringComparison.Ordinal));
        Assert.Equal(Standing.DoesNotHold, finding.Standing);
        Assert.Contains("28 are below their bound", finding.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1f, true)]
    [InlineData(0.33f, false)]
    public void Residual_connections_are_the_solution_where_they_train(float residual, bool expected) => Assert.Equal(
        expected,
        Findings(static (_, layer) => Row(layer), kind => kind == LayerKind.Residual ? residual : 0.333f)
            .Single(static finding => finding.Claim.StartsWith("Residual connections are the solution", StringComparison.Ordinal))
            .Standing == Standing.Holds);

    [Fact]
    public void Networks_that_took_fewer_steps_stand_in_a_table_of_their_own()
    {
        Settings settings = new(0, 1, 1, 64, "", new Dictionary<string, string> { ["--small"] = Switch.Off });
        DissipationRun[] runs = Runs(static (_, layer) => Row(layer), unseen: null, (64, 500), (256, 25));
        Table[] tables =
        [
            .. new DissipatingInputsExperiment().Conclude(settings, runs)
                .Results.Where(static table => table.Title.StartsWith("The last layer", StringComparison.Ordinal)),
        ];
        Assert.Equal(
            [
                "The last layer of every network of width 64, before and after 500 steps",
                "The last layer of every network of width 256, before and after 25 steps",
            ],
            tables.Select(static table => table.Title));
        Assert.Equal([16, 12], tables.Select(static table => table.Rows.Count));
    }

    private static bool Holds(string words, Func<string, int, DissipationRow> row) =>
        Findings(row).Single(finding => finding.Claim.Contains(words, StringComparison.Ordinal)).Standing == Standing.Holds;

    private static IEnumerable<Finding> Findings(Func<string, int, DissipationRow> row, Func<string, float>? unseen = null) =>
        DissipatingInputsExperiment.Claims(new DissipationComparison(Runs(row, unseen, (64, 1)), readouts));

    private static DissipationRun[] Runs(
        Func<string, int, DissipationRow> row, Func<string, float>? unseen, params (int Width, int Steps)[] widths) =>
        [
            .. from width in widths
               from network in networks
               where width.Width == DissipatingInputsExperiment.Narrow || network.Depth == DissipatingInputsExperiment.Deepest
               let layers = Enumerable.Range(1, network.Depth).Select(layer => row(network.Kind, layer)).ToArray()
               select new DissipationRun(
                   $"width {width.Width}",
                   network.Kind,
                   network.Activation,
                   width.Width,
                   network.Depth,
                   Seed: 0,
                   width.Steps,
                   [.. Enumerable.Repeat(1f, width.Steps)],
                   unseen?.Invoke(network.Kind) ?? 0.333f,
                   layers,
                   layers),
        ];

    private static DissipationRow Row(int index) => new(
        index, Survival: 0.5, Bound: 0, Violations: 0, AlwaysOn: 0, AlwaysOff: 0, Mean: 0, Variance: 1, Cosine: 0.9, EffectiveRank: 5)
    {
        Histogram = new double[ResponseHistogram.Bins],
        CentredHistogram = new double[ResponseHistogram.Bins],
    };
}
