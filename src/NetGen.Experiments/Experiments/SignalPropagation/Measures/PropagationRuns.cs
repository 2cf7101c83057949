using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.SignalPropagation;

/// <summary>The runs of one network: numbers of its layers over seeds, beside what is expected.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record PropagationRuns(string Label, Ink Ink, IReadOnlyList<PropagationRun> Runs)
    : RunGroup<PropagationRun>(Label, Ink, Runs)
{
    public GridNetwork Declared => Runs[0].Declared;

    public int Depth => Declared.Depth;

    private IReadOnlyList<PropagationRow> ExpectedLayers => Runs[0].Expected;

    /// <summary>A number of a layer, counted from 1, as measured.</summary>
    public Quartiles Measured(int layer, Func<PropagationRow, double> value) => Over(layer, (measured, _) => value(measured));

    /// <summary>The same, as expected.</summary>
    public double Expected(int layer, Func<PropagationRow, double> value) => value(ExpectedLayers[layer - 1]);

    /// <summary>By which share the deviation of pre-activations is more than expected.</summary>
    public Quartiles DeviationError(int layer) =>
        Over(layer, static (measured, expected) => measured.PreActivationStd / expected.PreActivationStd - 1);

    /// <summary>By how much the cosine is more than expected.</summary>
    public Quartiles CosineError(int layer) => Over(layer, static (measured, expected) => measured.Cosine - expected.Cosine);

    /// <summary>
    /// By how many powers of ten in ten layers the gradient grows more than expected on its way from a layer to the first.
    /// </summary>
    public Quartiles GradientError(int layer) =>
        Quartiles.Of(Runs.Select(run => (Log(run.Layers, layer) - Log(run.Expected, layer)) / (layer - 1) * 10));

    /// <summary>The natural logarithm of what is measured over what is expected of the deviation of pre-activations.</summary>
    public Quartiles LogDeviation(int layer) =>
        Over(layer, static (measured, expected) => Math.Log(measured.PreActivationStd / expected.PreActivationStd));

    /// <summary>
    /// The root of the mean square over seeds of the deviation of pre-activations, over what is expected: of squares theory tells the mean.
    /// </summary>
    public double RootMeanSquare(int layer)
    {
        double square = Runs.Average(run => run.Layers[layer - 1].PreActivationStd * run.Layers[layer - 1].PreActivationStd);
        return Math.Sqrt(square) / Expected(layer, static row => row.PreActivationStd);
    }

    /// <summary>A number of every layer, with the quartiles as its band.</summary>
    public Series ByLayer(Func<PropagationRow, double> value, bool predicted) => new(
        Label,
        Ink,
        [
            .. Enumerable.Range(1, Depth).Select(layer =>
            {
                Quartiles measured = Measured(layer, value);
                return new Point(layer, measured.Median, measured.Lower, measured.Upper);
            }),
        ])
    {
        Dashed = Dashed,
        Predicted = predicted ? [.. ExpectedLayers.Select(layer => Point.At(layer.Index, value(layer)))] : [],
    };

    /// <summary>The power of ten by which the gradient grows from a layer to the first.</summary>
    private static double Log(IReadOnlyList<PropagationRow> layers, int from) =>
        Math.Log10(layers[0].GradientRatio / layers[from - 1].GradientRatio);

    private Quartiles Over(int layer, Func<PropagationRow, PropagationRow, double> value) =>
        Quartiles.Of(Runs.Select(run => value(run.Layers[layer - 1], run.Expected[layer - 1])));
}
