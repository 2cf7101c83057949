using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>What goes on in each layer, over a batch of unseen examples.</summary>
internal static class LayerFigures
{
    /// <summary>What of a predicted gradient is theory, and what is not.</summary>
    private const string ofGradients =
        "Theory gives the ratio of a layer's dL/dz to that of the last one: its line ends at what was measured there at the start.";

    /// <summary>The gradient that arrives at each layer after training.</summary>
    public static Figure GradientMagnitude(string setup, IReadOnlyList<NetworkRuns> networks) => new(
        "gradient_magnitude",
        $"After training, the gradient of layer 1 over that of layer {networks[0].LayerCount}: "
            + FigureTitles.Each(networks.Select(static network => (network.Label, network.Over(static run => Ratio(run.End)).Median))),
        $"Frobenius norm of dL/dz over {networks[0].InspectedExamples} unseen vectors. The loss sits behind the last layer. "
            + $"{networks[0].LinesAndBands}",
        Columns: 1,
        [ByLayer("", "norm of dL/dz", networks, After(static layer => layer.PreActivationGradientNorm))])
    {
        Subtitle = $"Norm of the gradient that arrives at each layer, after training, set-up {setup}",
    };

    /// <summary>
    /// The gradient that arrives at each layer before training: of the squared error, and where dL/dout is noise, as theory has it.
    /// </summary>
    public static Figure GradientAtStart(string setup, IReadOnlyList<NetworkRuns> networks)
    {
        const string label = "norm of dL/dz";
        return new Figure(
            "gradient_at_start",
            $"Before training, the gradient of layer 1 over that of layer {networks[0].LayerCount}: "
                + FigureTitles.Each(networks.Select(static network => (network.Label, network.GradientRatio.Median))),
            $"Frobenius norm of dL/dz over {networks[0].InspectedExamples} unseen vectors: of the squared error, whose gradient points "
                + "along large outputs, and of targets that differ from the outputs by noise. "
                + $"{ofGradients} It takes dL/dout as noise. {networks[0].LinesAndBands}",
            Columns: 2,
            [
                ByLayer(
                    "squared error",
                    label,
                    networks,
                    Before(static layer => layer.PreActivationGradientNorm),
                    static network => network.ExpectedGradient),
                ByLayer(
                    "dL/dout is noise",
                    label,
                    networks,
                    static (run, layer) => run.RandomGradientNorms[layer],
                    static network => network.ExpectedRandomGradient),
            ])
        {
            Subtitle = $"Norm of the gradient that arrives at each layer, before training, set-up {setup}",
        };
    }

    /// <summary>Three gradients of one network before training, which do not shrink alike.</summary>
    public static Figure GradientKinds(string setup, NetworkRuns network) => new(
        "gradient_kinds",
        $"From layer {network.LayerCount} to layer 1 of {network.Label}, dL/dz changes by a factor of "
            + $"{Number.Short(network.GradientRatio.Median)}, dL/dW by one of "
            + Number.Short(
                network.Over(static run => run.Start.Layers[0].WeightGradientNorm / run.Start.Layers[^1].WeightGradientNorm).Median),
        $"Norms over {network.InspectedExamples} unseen vectors. The weight gradient is dL/dz times the input of the layer. "
            + $"{ofGradients} Of the other two it says nothing: they depend on how alike the gradients of different examples are. "
            + $"{network.LinesAndBands}",
        Columns: 1,
        [
            new Chart(
                "",
                network.LayerAxis,
                new Axis("norm", Scale.Log),
                [
                    (network with { Label = "pre-activation, dL/dz" }).ByLayer(
                        Before(static layer => layer.PreActivationGradientNorm), network.ExpectedGradient),
                    (network with { Label = "weight, dL/dW", Ink = Ink.Blue, Dashed = false }).ByLayer(
                        Before(static layer => layer.WeightGradientNorm)),
                    (network with { Label = "bias, dL/db", Ink = Ink.Green, Dashed = true }).ByLayer(
                        Before(static layer => layer.BiasGradientNorm)),
                ],
                []),
        ])
    {
        Subtitle = $"Three gradients of each layer before training, set-up {setup}",
    };

    /// <summary>The mean of each layer's activation after training.</summary>
    public static Figure ActivationMean(string setup, IReadOnlyList<NetworkRuns> networks) => new(
        "activation_mean",
        "After training, the greatest mean activation of a layer: "
            + FigureTitles.Each(
                networks.Select(static network => (network.Label, network.Most(static layer => layer.ActivationMean).Median))),
        $"Mean of ReLU(z) over {networks[0].InspectedExamples} unseen vectors. {Biases(networks)} {networks[0].LinesAndBands}",
        Columns: 1,
        [ByLayer("", "mean of ReLU(z)", networks, After(static layer => layer.ActivationMean))])
    {
        Subtitle = $"Mean activation of each layer, after training, set-up {setup}",
    };

    /// <summary>The spread of each layer's pre-activation after training.</summary>
    public static Figure ActivationStd(string setup, IReadOnlyList<NetworkRuns> networks) => new(
        "activation_std",
        "After training, the least spread of a layer's pre-activation: "
            + FigureTitles.Each(
                networks.Select(static network => (network.Label, network.Least(static layer => layer.PreActivationStd).Median))),
        $"Standard deviation of z over {networks[0].InspectedExamples} unseen vectors. {Biases(networks)} {networks[0].LinesAndBands}",
        Columns: 1,
        [ByLayer("", "standard deviation of z", networks, After(static layer => layer.PreActivationStd))])
    {
        Subtitle = $"Spread of each layer's pre-activation, after training, set-up {setup}",
    };

    /// <summary>The spread of what layers hand on, before and after training.</summary>
    public static Figure SignalFlow(string setup, IReadOnlyList<NetworkRuns> networks)
    {
        const string label = "standard deviation of output";
        Func<NetworkRuns, Func<int, double>> expected = Of(static signal => signal.StreamDeviation);
        Chart before = ByLayer("before training", label, networks, Before(static layer => layer.StreamStd), expected);
        Chart after = ByLayer("after training", label, networks, After(static layer => layer.StreamStd));
        Axis shared = before.Y with
        {
            Holds =
            [
                .. before.Series.Concat(after.Series)
                    .SelectMany(static series => series.Points.Concat(series.Predicted))
                    .SelectMany(static point => new[] { point.Low, point.High }),
            ],
        };
        return new Figure(
            "signal_flow",
            $"The signal of layer {networks[0].LayerCount} over that of layer 1, before training: "
                + FigureTitles.Each(
                    networks.Select(
                        static network =>
                            (
                                network.Label,
                                network.Over(static run => run.Start.Layers[^1].StreamStd / run.Start.Layers[0].StreamStd).Median))),
            $"Standard deviation of a layer's output over {networks[0].InspectedExamples} unseen vectors. "
                + $"{Biases(networks)} {networks[0].LinesAndBands}",
            Columns: 2,
            [before with { Y = shared }, after with { Y = shared }])
        {
            Subtitle = $"Spread of what each layer hands on, set-up {setup}",
        };
    }

    /// <summary>
    /// What figures of activations do not tell: how much of them is learned bias, the same for every example, and no signal.
    /// </summary>
    private static string Biases(IReadOnlyList<NetworkRuns> networks) =>
        "It is over vectors and units, and so counts learned biases, equal for every input. "
        + "Between vectors alone the output after training has a standard deviation of "
        + string.Join(" and ", networks.Select(static network => $"{network.OutputStdBetweenExamples} in {network.Label}")) + "."
        + string.Concat(
            networks.Where(static network => network.OutputStdBetweenExamples.Max < 1e-6)
                .Select(static network => $" What the last layer of {network.Label} shows after training is bias, no signal."));

    /// <summary>The gradient that arrives at the first layer over the one at the last.</summary>
    private static double Ratio(Inspection inspection) =>
        inspection.Layers[0].PreActivationGradientNorm / inspection.Layers[^1].PreActivationGradientNorm;

    private static Func<InspectedRun, int, double> Before(Func<InspectedLayer, double> value) =>
        (run, layer) => value(run.Start.Layers[layer]);

    private static Func<InspectedRun, int, double> After(Func<InspectedLayer, double> value) =>
        (run, layer) => value(run.End.Layers[layer]);

    private static Func<NetworkRuns, Func<int, double>> Of(Func<ExpectedSignal, double> value) =>
        network => layer => value(network.Network.Layers[layer - 1].Expected);

    private static Chart ByLayer(
        string title,
        string label,
        IReadOnlyList<NetworkRuns> networks,
        Func<InspectedRun, int, double> value,
        Func<NetworkRuns, Func<int, double>>? expected = null) => new(
        title,
        networks[0].LayerAxis,
        new Axis(label, Scale.Log),
        [.. networks.Select(network => network.ByLayer(value, expected?.Invoke(network)))],
        []);
}
