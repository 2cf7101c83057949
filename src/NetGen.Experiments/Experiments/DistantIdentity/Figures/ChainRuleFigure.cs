namespace NetGen.Experiments.DistantIdentity;

/// <summary>The chain rule, measured: what each layer multiplies the gradient by, and what the product comes to.</summary>
internal static class ChainRuleFigure
{
    public static Figure Gains(string setup, NetworkRuns plain, NetworkRuns residual)
    {
        NetworkRuns branch = residual with { Label = $"{residual.Label} without \"+1\"", Ink = Ink.Green, Dashed = true };
        NetworkRuns whole = residual with { Label = $"{residual.Label} with \"+1\"" };
        return new Figure(
            "chain_rule",
            $"A layer multiplies the gradient by {Number.Short(Typical(plain, Gain))} in {plain.Label}, "
                + $"by {Number.Short(Typical(residual, Gain))} in {residual.Label}, and there by "
                + $"{Number.Short(Typical(residual, BranchGain))} without its \"+1\"",
            $"The norm of the gradient before a layer over the norm behind it, and the product of these from the last layer back. "
                + $"Without \"+1\" the same layers of {residual.Label} hand on their branch alone. "
                + $"Theory takes dL/dout as noise, and ends at dL/dz of layer 1, whose own gain it does not predict. {plain.LinesAndBands}",
            Columns: 2,
            [
                Chart(
                    "gain of each layer",
                    "gain",
                    [
                        plain.ByLayer(Gain, ExpectedGain(plain.Network)),
                        whole.ByLayer(Gain, ExpectedGain(whole.Network)),
                        branch.ByLayer(BranchGain, ExpectedBranchGain(branch.Network)),
                    ],
                    new Guide(1, "1: the gradient keeps its size")),
                Chart(
                    "product from the last layer back to this one",
                    "product of gains",
                    [
                        plain.ByLayer(Product(Gain), Product(plain.LayerCount, ExpectedGain(plain.Network))),
                        whole.ByLayer(Product(Gain), Product(whole.LayerCount, ExpectedGain(whole.Network))),
                        branch.ByLayer(Product(BranchGain), Product(branch.LayerCount, ExpectedBranchGain(branch.Network))),
                    ]),
            ])
        {
            Subtitle = $"Gain of each layer's backward step before training, and the product of gains, set-up {setup}",
        };

        Chart Chart(string title, string label, IReadOnlyList<Series> series, params IReadOnlyList<Guide> guides) =>
            new(title, plain.LayerAxis, new Axis(label, Scale.Log), series, guides);
    }

    /// <summary>The geometric mean over layers, as a median over seeds.</summary>
    private static double Typical(NetworkRuns network, Func<InspectedRun, int, double> gain)
    {
        return network.Over(run => Math.Pow(OfAllLayers(run), 1.0 / run.Start.Backward.Count)).Median;

        double OfAllLayers(InspectedRun run) =>
            Enumerable.Range(0, run.Start.Backward.Count).Aggregate(1.0, (product, layer) => product * gain(run, layer));
    }

    private static double Gain(InspectedRun run, int layer) => run.Start.Backward[layer].Gain;

    private static double BranchGain(InspectedRun run, int layer) => run.Start.Backward[layer].BranchGain;

    /// <summary>
    /// The gain that is expected of a layer, counted from 1. ReLU passes on the share of the gradient's mean square where z is above 0, so
    /// the gradient behind layer l is dL/dz of l over the root of that share; before l it is what it is behind l - 1.
    /// </summary>
    private static Func<int, double> ExpectedGain(NetworkInfo network)
    {
        return layer => layer == 1 ? double.NaN : Behind(network.Layers[layer - 2].Expected) / Behind(network.Layers[layer - 1].Expected);

        static double Behind(ExpectedSignal signal) => signal.GradientRatio / Math.Sqrt(signal.PositiveShare);
    }

    /// <summary>What goes through the branch of a wide layer is at right angles to what goes straight on.</summary>
    private static Func<int, double> ExpectedBranchGain(NetworkInfo network) =>
        layer => Math.Sqrt(Math.Pow(ExpectedGain(network)(layer), 2) - 1);

    private static Func<int, double> Product(int layers, Func<int, double> gain) =>
        layer => Enumerable.Range(layer, layers - layer + 1).Aggregate(1.0, (product, l) => product * gain(l));

    private static Func<InspectedRun, int, double> Product(Func<InspectedRun, int, double> gain) =>
        (run, layer) => Enumerable.Range(layer, run.Start.Backward.Count - layer).Aggregate(1.0, (product, l) => product * gain(run, l));
}
