using System.Collections.Immutable;
using NetGen.Plotting.Figures;

namespace NetGen.Plotting;

/// <summary>Figures of what happens inside a network, from what probes saw of it.</summary>
/// <example>
/// <code>
/// var statistics = new NetworkStatistics(ResMlp.Info);
/// var probe = new StatisticsProbe(statistics);
/// losses.Add(trainer.Step(inputs, targets, ref probe));
/// NetworkFigures.Gradients(statistics).SavePng("gradients.png");
/// NetworkFigures.Losses(losses).SaveSvg("losses.svg");
/// </code>
/// </example>
public static class NetworkFigures
{
    private const double HealthyUpdate = -3;

    /// <summary>The loss of every step, on a logarithmic axis.</summary>
    /// <param name="losses">The losses, from the first step on. What is not finite leaves a gap.</param>
    /// <exception cref="ArgumentException">There are no losses.</exception>
    public static NetworkFigure Losses(IReadOnlyList<float> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (losses.Count == 0)
            throw new ArgumentException("Expected the loss of at least one step, got none.", nameof(losses));

        Series series = new("loss", Ink.Blue, [.. losses.Select(static (loss, index) => Point.At(index + 1, loss))]);
        return Of(
            "losses",
            $"The loss goes from {Number.Short(losses[0])} to {Number.Short(losses[^1])}",
            "Loss by step",
            new Chart("", new Axis("step"), new Axis("loss", Scale.Log), [series], []));
    }

    /// <summary>The standard deviations of z, of f(z) and of what each layer hands on, and the share of zeros in f(z).</summary>
    /// <param name="statistics">What a <see cref="StatisticsProbe"/> saw in the last watched pass.</param>
    /// <exception cref="ArgumentException">No pass was watched.</exception>
    public static NetworkFigure Activations(NetworkStatistics statistics)
    {
        ImmutableArray<LayerStatistics> layers = Seen(
            statistics, static layer => layer.Activation.StandardDeviation, "activations: watch a pass with a StatisticsProbe");
        return Of(
            "activations",
            "What a layer hands on has a standard deviation between "
                + $"{Number.Short(layers.Min(static layer => layer.Stream.StandardDeviation))} and "
                + $"{Number.Short(layers.Max(static layer => layer.Stream.StandardDeviation))}",
            "Activations by layer",
            ByLayer(
                layers,
                "standard deviation",
                Scale.Log,
                [
                    Line("pre-activation z", Ink.Blue, layers, static layer => layer.PreActivation.StandardDeviation),
                    Line("activation f(z)", Ink.Green, layers, static layer => layer.Activation.StandardDeviation),
                    Line("handed on", Ink.Vermillion, layers, static layer => layer.Stream.StandardDeviation),
                ]),
            ByLayer(layers, "share of zeros", Scale.Linear, [Line("zeros", Ink.Blue, layers, static layer => layer.ZeroFraction)], [0, 1]));
    }

    /// <summary>The norms of the gradients of the loss with respect to each layer's z, weight and bias.</summary>
    /// <param name="statistics">What a <see cref="StatisticsProbe"/> saw in the last watched backward pass.</param>
    /// <exception cref="ArgumentException">No backward pass was watched.</exception>
    public static NetworkFigure Gradients(NetworkStatistics statistics)
    {
        ImmutableArray<LayerStatistics> layers = Seen(
            statistics, static layer => layer.PreActivationGradientNorm, "gradients: watch a backward pass with a StatisticsProbe");
        return Of(
            "gradients",
            "The gradient that arrives at the first layer is "
                + $"{Number.Short(layers[0].PreActivationGradientNorm / layers[^1].PreActivationGradientNorm)} of the last one's",
            "Norms of gradients by layer",
            ByLayer(
                layers,
                "norm",
                Scale.Log,
                [
                    Line("pre-activation, dL/dz", Ink.Vermillion, layers, static layer => layer.PreActivationGradientNorm),
                    .. Known(Line("weight, dL/dW", Ink.Blue, layers, static layer => layer.Weight.GradientNorm)),
                    .. Known(Line("bias, dL/db", Ink.Green, layers, static layer => layer.Bias.GradientNorm)),
                ]));
    }

    /// <summary>
    /// How large a step's updates of weights and biases are, beside what they update: log10 of the ratio of standard deviations.
    /// </summary>
    /// <param name="statistics">What a <see cref="StatisticsProbe"/> saw in the last watched step of training.</param>
    /// <exception cref="ArgumentException">No step was watched.</exception>
    public static NetworkFigure Updates(NetworkStatistics statistics)
    {
        ImmutableArray<LayerStatistics> layers = Seen(
            statistics, static layer => layer.Weight.UpdateToData, "updates: watch a step of training with a StatisticsProbe");
        double[] all = [.. layers.Select(static layer => layer.Weight.UpdateToData).Where(double.IsFinite)];
        return Of(
            "updates",
            $"A step changes weights by 10 to the power of {Number.Short(all.Min())} to {Number.Short(all.Max())} of their size",
            "Update to data by layer",
            ByLayer(
                layers,
                "log₁₀ of std(update) / std(before)",
                Scale.Linear,
                [
                    Line("weight", Ink.Blue, layers, static layer => layer.Weight.UpdateToData),
                    .. Known(Line("bias", Ink.Green, layers, static layer => layer.Bias.UpdateToData)),
                ]) with
            {
                Guides = [new Guide(HealthyUpdate, "-3: usual for a healthy learning rate")],
            });
    }

    /// <summary>How the values of each layer are distributed, as a heatmap: a column for each layer.</summary>
    /// <param name="histograms">What a <see cref="HistogramProbe"/> saw in the last watched pass.</param>
    /// <exception cref="ArgumentException">No pass was watched.</exception>
    public static NetworkFigure Histograms(NetworkHistograms histograms)
    {
        ArgumentNullException.ThrowIfNull(histograms);
        if (histograms.Layers.All(static layer => layer.Shares.IsEmpty))
            throw new ArgumentException("Expected histograms: watch a pass with a HistogramProbe.", nameof(histograms));

        int[] bins = [.. Enumerable.Range(0, LayerHistogram.Bins).Reverse()];
        return Of(
            "histograms",
            $"Values of {histograms.Observation} by layer, in units of each layer's root mean square",
            $"Share of values in each of {LayerHistogram.Bins} bins; what lies beyond ±{LayerHistogram.Last} is in the outermost",
            new Heatmap(
                "", "layer", "value / rms", "share",
                [
                    .. bins.Select(
                        bin => (IReadOnlyList<double>)[.. histograms.Layers.Select(layer => layer.Shares.IsEmpty ? 0 : layer.Shares[bin])]),
                ],
                Limit: 0.25)
            {
                Unsigned = true,
                ColumnNames = [.. histograms.Layers.Select(static layer => layer.Name)],
                RowNames = [.. bins.Select(static bin => Number.Tick(Math.Round(LayerHistogram.Centre(bin), 2)))],
            });
    }

    internal static NetworkFigure Of(string name, string title, string subtitle, params Panel[] panels) =>
        new(new Figure(name, title, "", Math.Min(2, panels.Length), panels) { Subtitle = subtitle });

    private static ImmutableArray<LayerStatistics> Seen(NetworkStatistics statistics, Func<LayerStatistics, double> value, string what)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return statistics.Layers.Any(layer => !double.IsNaN(value(layer)))
            ? statistics.Layers
            : throw new ArgumentException($"Expected statistics of {what}.", nameof(statistics));
    }

    private static Series Line(string label, Ink ink, ImmutableArray<LayerStatistics> layers, Func<LayerStatistics, double> value) =>
        new(label, ink, [.. layers.Select((layer, index) => Point.At(index + 1, value(layer)))]) { Marked = layers.Length <= 60 };

    /// <summary>A line that has any point.</summary>
    private static IEnumerable<Series> Known(Series series) => series.Points.Any(static point => double.IsFinite(point.Y)) ? [series] : [];

    private static Chart ByLayer(
        ImmutableArray<LayerStatistics> layers,
        string label,
        Scale scale,
        IReadOnlyList<Series> series,
        IReadOnlyList<double>? holds = null) => new(
            "",
            new Axis("layer") { Names = [.. layers.Select(static layer => layer.Name)] },
            new Axis(label, scale) { Holds = holds ?? [] },
            series,
            []);
}
