using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>Survivors and their bounds by layer, and what is left of the difference between inputs.</summary>
internal static class SurvivorFigures
{
    private static readonly Axis layers = new("layer");

    /// <summary>Survivors and bounds, activation by activation, plain on the left and residual on the right.</summary>
    public static Figure Survivors(SurvivorShare share, IReadOnlyList<SurvivorRuns> networks) => new(
        share.Figure,
        $"{networks.Sum(runs => runs.Violations(share)):N0} neurons survive less often than their bounds say; behind layer "
            + $"{networks[0].Depth} the share of which {share.Name} is kept "
            + FigureTitles.Range(networks.Select(runs => (runs.Name, runs.Last(row => share.Of(row).Survival).Median))),
        $"Before training, width {SurvivorNetwork.Width}, He-normal, over {SurvivorNetwork.Inputs} inputs. A pre-activation z survives "
            + $"where |f(z)| is more than {share.Name} of |z|. Bounds from mean and variance: of each neuron by its own, averaged, and of "
            + $"all numbers of a layer together. {networks[0].LinesAndBands}",
        Columns: 2,
        [
            .. networks.Select(runs => new Chart(
                runs.Name,
                layers,
                new Axis("share that survives") { Holds = [0, 1] },
                [
                    (runs with { Label = "survive", Ink = Ink.Blue }).ByLayer(row => share.Of(row).Survival),
                    (runs with { Label = "bound by neuron", Ink = Ink.Green, Dashed = true }).ByLayer(row => share.Of(row).NeuronBound),
                    (runs with { Label = "bound by layer", Ink = Ink.Vermillion, Dashed = true }).ByLayer(row => share.Of(row).LayerBound),
                ],
                [])),
        ])
    {
        Subtitle = $"Pre-activations of which the activation keeps {share.Name}, and the least share that mean and variance allow",
    };

    /// <summary>What is left of the difference between inputs.</summary>
    public static Figure Kept(IReadOnlyList<SurvivorRuns> networks) => new(
        "survivors_kept",
        $"Behind layer {networks[0].Depth} the mean pairwise cosine "
            + FigureTitles.Range(networks.Select(static runs => (runs.Name, runs.Last(static row => row.Cosine).Median))),
        "Mean cosine of the angle between a layer's outputs for two different inputs, and the effective rank (Σλ)² / Σλ² of their "
            + $"covariance, before training. {networks[0].LinesAndBands}",
        Columns: 2,
        [
            .. from value in new (string Name, Axis Axis, Func<SurvivorRow, double> Of)[]
               {
                   ("cosine", new Axis("mean pairwise cosine") { Holds = [0, 1] }, static row => row.Cosine),
                   ("rank", new Axis("effective rank", Scale.Log) { Holds = [1, SurvivorNetwork.Width] }, static row => row.EffectiveRank),
               }
               from kind in networks.Select(static runs => runs.Network).Distinct()
               select new Chart(
                   $"{value.Name}, {kind}",
                   layers,
                   value.Axis,
                   [.. networks.Where(runs => runs.Network == kind).Select(runs => runs.ByLayer(value.Of))],
                   []),
        ])
    {
        Subtitle = "How alike outputs for different inputs are, and in how many directions they differ",
    };
}
