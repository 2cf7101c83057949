using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Explore;

/// <summary>The runs of one network over seeds, beside what is expected of it.</summary>
/// <param name="Explored">The network.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record ExploredRuns(ExploredNetwork Explored, Ink Ink, IReadOnlyList<ExploredRun> Runs)
    : RunGroup<ExploredRun>(Explored.Label, Ink, Runs)
{
    /// <summary>What the compiler expects of its layers.</summary>
    public IReadOnlyList<PropagationRow> Expected { get; } = Explored.Expected;

    public SeedSpread UnseenLoss => Over(static run => run.Outcome.UnseenLoss);

    public SeedSpread Accuracy => Over(static run => run.Outcome.Accuracy ?? double.NaN);

    /// <summary>The first layer whose gradient is seen and expected, as an index; -1 where there is none.</summary>
    public int First => Both(static layer => layer.GradientRatio).FirstOrDefault(-1);

    /// <summary>The last layer whose pre-activations are seen and expected, as an index; -1 where there is none.</summary>
    public int Last => Both(static layer => layer.PreActivationStd).LastOrDefault(-1);

    /// <summary>A number of a layer over seeds.</summary>
    public SeedSpread Of(int layer, Func<ExploredRun, IReadOnlyList<PropagationRow>> look, Func<PropagationRow, double> value) =>
        Over(run => value(look(run)[layer]));

    /// <summary>The median over seeds of a number of a layer on noise; not a number where there is no such layer.</summary>
    public double OnNoise(int layer, Func<PropagationRow, double> value) =>
        layer < 0 ? double.NaN : Of(layer, static run => run.Noise, value).Median;

    /// <summary>The greatest factor between what is measured of a layer on noise and what is expected, of all layers.</summary>
    public double GreatestFactor(Func<PropagationRow, double> value) =>
        Both(value).Select(layer => OnNoise(layer, value) / value(Expected[layer]))
            .Select(static factor => Math.Max(factor, 1 / factor)).DefaultIfEmpty(double.NaN).Max();

    /// <summary>
    /// By which factor a draw of weights strays, at one standard deviation of its logarithm, from the expected size of an input's last
    /// pre-activations in plain ReLU layers of these widths: each layer of <c>n</c> units in front adds <c>5/n</c> to the variance of the
    /// logarithm of the square (Hanin and Nica 2020). The mean over inputs strays less. It is 1 where there is one layer alone.
    /// </summary>
    public double Chance => Math.Exp(
        Math.Sqrt(5 * Both(static layer => layer.PreActivationStd).SkipLast(1).Sum(layer => 1.0 / Explored.Info.Layers[layer].OutputWidth))
            / 2);

    /// <summary>The greatest difference of the same.</summary>
    public double GreatestDifference(Func<PropagationRow, double> value) =>
        Both(value).Select(layer => Math.Abs(OnNoise(layer, value) - value(Expected[layer]))).DefaultIfEmpty(double.NaN).Max();

    /// <summary>A number of every layer that has it.</summary>
    /// <param name="look">When the layers were looked at.</param>
    /// <param name="value">The number.</param>
    /// <param name="predicted">Whether what is expected of it goes beside it.</param>
    public Series ByLayer(
        Func<ExploredRun, IReadOnlyList<PropagationRow>> look, Func<PropagationRow, double> value, bool predicted)
    {
        IReadOnlyList<int> seen = Where(look(Runs[0]), value);
        return Line(seen.Select(static layer => layer + 1), (run, place) => value(look(run)[seen[place]]), marked: seen.Count <= 30) with
        {
            Predicted = predicted ? [.. Where(Expected, value).Select(layer => Point.At(layer + 1, value(Expected[layer])))] : [],
        };
    }

    private IEnumerable<int> Both(Func<PropagationRow, double> value) =>
        Where(Runs[0].Noise, value).Intersect(Where(Expected, value));

    private static IReadOnlyList<int> Where(IReadOnlyList<PropagationRow> layers, Func<PropagationRow, double> value) =>
        [.. Enumerable.Range(0, layers.Count).Where(layer => double.IsFinite(value(layers[layer])))];
}
