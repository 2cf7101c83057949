using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>The runs of one network of equally wide layers in one set-up, with numbers of its layers.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Runs">One run for each seed.</param>
/// <param name="Network">The network, which they started as it is declared.</param>
internal sealed record NetworkRuns(string Label, Ink Ink, IReadOnlyList<InspectedRun> Runs, NetworkInfo Network)
    : RunGroup<InspectedRun>(Label, Ink, Runs)
{
    public int LayerCount => Runs[0].Start.Layers.Count;

    /// <summary>Over how many examples statistics of layers are taken.</summary>
    public int InspectedExamples => Runs[0].Start.Examples;

    public SeedSpread UnseenLoss => Over(static run => run.UnseenLoss);

    public SeedSpread SmallestOutput => Over(static run => run.SmallestOutput);

    public SeedSpread OutputStdBetweenExamples => Over(static run => run.OutputStdBetweenExamples);

    /// <summary>Layers along the bottom of a figure.</summary>
    public Axis LayerAxis => new("layer") { Ticks = [1, .. Enumerable.Range(1, LayerCount / 5).Select(static tick => 5.0 * tick)] };

    /// <summary>A number of a layer, counted from 1, before training.</summary>
    public SeedSpread Before(int layer, Func<InspectedLayer, double> value) => Over(run => value(run.Start.Layers[layer - 1]));

    /// <summary>A number of a layer, counted from 1, after training.</summary>
    public SeedSpread After(int layer, Func<InspectedLayer, double> value) => Over(run => value(run.End.Layers[layer - 1]));

    /// <summary>The smallest value of all layers after training.</summary>
    public SeedSpread Least(Func<InspectedLayer, double> value) => Over(run => run.End.Layers.Min(value));

    /// <summary>The largest value of all layers after training.</summary>
    public SeedSpread Most(Func<InspectedLayer, double> value) => Over(run => run.End.Layers.Max(value));

    /// <summary>The first layer's norm of dL/dz over the last layer's, before training.</summary>
    public SeedSpread GradientRatio =>
        Over(static run => run.Start.Layers[0].PreActivationGradientNorm / run.Start.Layers[^1].PreActivationGradientNorm);

    /// <summary>The same for a dL/dout that does not depend on the output.</summary>
    public SeedSpread RandomGradientRatio => Over(static run => run.RandomGradientNorms[0] / run.RandomGradientNorms[^1]);

    /// <summary>
    /// The norm of dL/dz that theory expects at a layer, counted from 1, before training: it gives the ratio to the last layer, whose norm
    /// is measured.
    /// </summary>
    public double ExpectedGradient(int layer) =>
        Network.Layers[layer - 1].Expected.GradientRatio * Before(LayerCount, static row => row.PreActivationGradientNorm).Median;

    /// <summary>The same for a dL/dout that does not depend on the output.</summary>
    public double ExpectedRandomGradient(int layer) =>
        Network.Layers[layer - 1].Expected.GradientRatio * Over(static run => run.RandomGradientNorms[^1]).Median;

    /// <summary>A number of every layer.</summary>
    /// <param name="value">What was measured of a layer, counted from 0.</param>
    /// <param name="expected">What theory expects of a layer, counted from 1, where it expects anything.</param>
    public Series ByLayer(Func<InspectedRun, int, double> value, Func<int, double>? expected = null) => Line(
        Enumerable.Range(1, LayerCount), value, marked: true) with
    {
        Predicted = expected is null ? [] : Prediction(Enumerable.Range(1, LayerCount).Select(expected)),
    };
}
