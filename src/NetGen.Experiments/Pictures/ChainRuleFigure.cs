using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Pictures;

/// <summary>The chain rule, measured: what each layer multiplies the gradient by, and what the product comes to.</summary>
internal static class ChainRuleFigure
{
    public static Figure Gains(string setup, NetworkRuns plain, NetworkRuns residual)
    {
        NetworkRuns branch = residual with { Label = $"{residual.Label} without \"+1\"", Ink = Ink.Green, Dashed = true };
        NetworkRuns whole = residual with { Label = $"{residual.Label} with \"+1\"" };
        return new Figure(
            "chain_rule",
            "The chain rule, measured",
            $"Before training, set-up {setup}: the norm of the gradient before a layer over the norm behind it, and the product of these from the last layer back. "
                + $"Without \"+1\" the same layers of {residual.Label} hand on their branch alone. {plain.LinesAndBands}",
            Columns: 2,
            [
                Chart("gain of each layer", "gain", [plain.ByLayer(Gain), whole.ByLayer(Gain), branch.ByLayer(BranchGain)], new Guide(1, "1: the gradient keeps its size")),
                Chart("product from the last layer back to this one", "product of gains", [plain.ByLayer(Product(Gain)), whole.ByLayer(Product(Gain)), branch.ByLayer(Product(BranchGain))]),
            ]);

        Chart Chart(string title, string label, IReadOnlyList<Series> series, params IReadOnlyList<Guide> guides) =>
            new(title, plain.LayerAxis, new Axis(label, Scale.Log), series, guides);
    }

    private static double Gain(InspectedRun run, int layer) => run.Start.Backward[layer].Gain;

    private static double BranchGain(InspectedRun run, int layer) => run.Start.Backward[layer].BranchGain;

    private static Func<InspectedRun, int, double> Product(Func<InspectedRun, int, double> gain) =>
        (run, layer) => Enumerable.Range(layer, run.Start.Backward.Count - layer).Aggregate(1.0, (product, l) => product * gain(run, l));
}
