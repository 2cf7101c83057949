using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>All networks of one depth.</summary>
/// <param name="depth">The number of hidden layers.</param>
/// <param name="runs">All runs.</param>
internal sealed class HypothesisComparison(int depth, IReadOnlyList<TrainingRun> runs)
{
    public int Depth => depth;

    public IReadOnlyList<HypothesisRuns> All { get; } =
    [
        .. HypothesisVariants.Comparison.Where(variant => variant.Depth == depth).Select(variant => variant.Of(runs)),
    ];

    public HypothesisRuns Plain => Of(HypothesisVariants.Plain);

    public HypothesisRuns PlainDense => Of(HypothesisVariants.PlainDense);

    public HypothesisRuns Residual => Of(HypothesisVariants.Residual);

    public HypothesisRuns ResidualZero => Of(HypothesisVariants.ResidualZero);

    public HypothesisRuns A => Coded("A");

    public HypothesisRuns B => Coded("B");

    public HypothesisRuns C => Coded("C");

    private HypothesisRuns Of(string network) => All.Single(runs => runs.Variant.Network == network);

    private HypothesisRuns Coded(string letter) => All.Single(runs => runs.Variant.Coder?.Letter == letter);
}
