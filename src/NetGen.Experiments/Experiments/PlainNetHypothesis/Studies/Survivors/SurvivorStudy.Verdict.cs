using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <content>What follows from what was measured.</content>
internal sealed partial class SurvivorStudy
{
    /// <summary>From which rank correlation on two quantities count as going together.</summary>
    private const double Correlated = 0.5;

    private static readonly Func<SurvivorRow, double> half = static row => row.Half.Survival;
    private static readonly Func<SurvivorRow, double> neuronBound = static row => row.Half.NeuronBound;
    private static readonly Func<SurvivorRow, double> layerBound = static row => row.Half.LayerBound;
    private static readonly Func<SurvivorRow, double> cosine = static row => row.Cosine;

    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        SurvivorRuns[] networks =
        [
            .. Networks.Select(network => new SurvivorRuns(
                network.Activation,
                network.Kind,
                [.. runs.OfType<SurvivorRun>().Where(run => (run.Network, run.Activation) == (network.Kind, network.Activation.Name))])),
        ];
        return new Report(
            "Survivors of activations other than ReLU",
            Question,
            Answer(networks, settings),
            SetupTable(settings),
            [.. SurvivorShare.All.Select(share => Counts(share, networks)), Definitions()],
            [.. SurvivorShare.All.Select(share => SurvivorFigures.Survivors(share, networks)), SurvivorFigures.Kept(networks)],
            [.. Claims(networks)],
            [
                "To survive an activation f: |f(z)| > share · |z|, with a share of a half or a tenth. "
                    + "The source has the case of ReLU, z > 0; what survives others is a choice of this run.",
                "A violation is a neuron that survives less often, over the inputs, than its own mean and population variance over the "
                    + "same inputs allow.",
                "Cosine: the mean over pairs of inputs of the cosine between what a layer hands on for them. "
                    + "Effective rank: (Σλ)² / Σλ² over the eigenvalues of their covariance.",
                SeedSpread.Convention,
            ])
        {
            Leads = [SurvivorShare.Half.Figure, "survivors_kept"],
            Passages = [Derivation()],
        };
    }

    private string Answer(SurvivorRuns[] networks, Settings settings)
    {
        SurvivorRuns Plain(string name) => networks.Single(runs => runs.Label == name && runs.Network == HypothesisVariants.Plain);
        return "The source (arXiv 2402.08645) has a bound for ReLU, z > 0. Here a neuron survives where its activation keeps more than a "
            + "half (or a tenth) of |z|, which is a choice of this run. "
            + $"Of {Neurons(networks):N0} neurons {Violations(networks):N0} survive less often than the bound says that follows from their "
            + $"mean and variance. Behind {depth} plain layers, where a half is to be kept, "
            + string.Join(
                ", ",
                SurvivingActivation.All.Select(activation =>
                    $"{Percent(Plain(activation.Name).Last(half))} survive {activation.Name}, "
                        + $"and the bounds of single neurons guarantee {Percent(Plain(activation.Name).Last(neuronBound))}"))
            + (Together(networks) > Correlated
                ? ". Where more survive, more is left of the difference between inputs: "
                : ". That says little of what is left of the difference between inputs: ")
            + "the cosine between outputs for different ones is there "
            + string.Join(
                ", ",
                SurvivingActivation.All.Select(activation =>
                    $"{Number.Short(Plain(activation.Name).Last(cosine).Median)} with {activation.Name}"))
            + $". ({Number.Count(settings.Seeds, "seed")}.)";
    }

    private static string Percent(SeedSpread share) => Number.Percent(share.Median);

    /// <summary>Whether survivors and what is left of the difference between inputs go together, behind the last layer.</summary>
    private static double Together(SurvivorRuns[] networks) => RankCorrelation.Of(
        networks.Select(static runs => runs.Last(half).Median), networks.Select(static runs => -runs.Last(cosine).Median));

    private static int Violations(IEnumerable<SurvivorRuns> networks) =>
        networks.Sum(static runs => SurvivorShare.All.Sum(runs.Violations));

    private static long Neurons(IEnumerable<SurvivorRuns> networks) =>
        networks.Sum(static runs => (long)runs.Runs.Count * runs.Depth * SurvivorNetwork.Width);

    private IEnumerable<Finding> Claims(SurvivorRuns[] networks)
    {
        (SurvivorRuns Plain, SurvivorRuns Residual)[] pairs =
        [
            .. SurvivingActivation.All.Select(activation => (
                networks.Single(runs => runs.Label == activation.Name && runs.Network == HypothesisVariants.Plain),
                networks.Single(runs => runs.Label == activation.Name && runs.Network == HypothesisVariants.Residual))),
        ];
        foreach (SurvivorShare share in SurvivorShare.All)
        {
            int violations = networks.Sum(runs => runs.Violations(share));
            yield return Decide(
                share.Figure,
                $"No neuron survives less often than its bound says, where {share.Name} is to be kept.",
                violations == 0,
                $"Of {Neurons(networks):N0} neurons {violations:N0} are below it. It is a theorem and no "
                    + "observation; how far above it they lie is what one learns.");
        }

        foreach ((SurvivorRuns plain, SurvivorRuns residual) in pairs)
        {
            yield return Decide(
                SurvivorShare.Half.Figure,
                $"With {plain.Label}, a residual connection \"maintains a better lower bound of surviving neurons\".",
                residual.Mean(layerBound).Min > plain.Mean(layerBound).Max && residual.Mean(half).Min > plain.Mean(half).Max,
                $"Over all layers, the bound by layer is {plain.Mean(layerBound)} plain and {residual.Mean(layerBound)} residual, by "
                    + $"neuron {plain.Mean(neuronBound)} and {residual.Mean(neuronBound)}, and {plain.Mean(half)} and "
                    + $"{residual.Mean(half)} survive.");
        }

        yield return Decide(
            SurvivorShare.Half.Figure,
            "The bound of a layer tells how many of its neurons survive: they are less than 0.1 apart.",
            networks.All(static runs => Math.Abs(runs.Mean(half).Median - runs.Mean(layerBound).Median) < 0.1),
            string.Join(
                ", ",
                networks.Select(static runs =>
                    $"{runs.Label}, {runs.Network}: {Number.Short(runs.Mean(half).Median)} survive, "
                        + $"at least {Number.Short(runs.Mean(layerBound).Median)} have to"))
                + ".");

        SurvivorRuns mostSurvive = networks.MaxBy(static runs => runs.Last(half).Median)!;
        SurvivorRuns leastAlike = networks.MinBy(static runs => runs.Last(cosine).Median)!;
        double rank = Together(networks);
        yield return Decide(
            "survivors_kept",
            "Where more neurons survive, more is left of the difference between inputs: their rank correlation is above "
                + $"{Number.Tick(Correlated)}.",
            rank > Correlated,
            $"Over {networks.Length} networks the rank correlation of survivors and of how unlike outputs are behind layer {depth} is "
                + $"{Number.Short(rank)}. Most survive with {mostSurvive.Label}, {mostSurvive.Network} ({mostSurvive.Last(half)}, cosine "
                + $"{mostSurvive.Last(cosine)}); least alike are outputs with {leastAlike.Label}, {leastAlike.Network} "
                + $"({leastAlike.Last(half)}, cosine {leastAlike.Last(cosine)}).");

        SurvivorRuns relu = pairs[0].Plain;
        SurvivorRuns leaky = pairs[1].Plain;
        yield return Decide(
            "survivors_kept",
            "\"Leaky ReLU preserves more information than ReLU\".",
            leaky.Last(cosine).Median < relu.Last(cosine).Median - 0.02,
            $"Behind {depth} plain layers the cosine is {relu.Last(cosine)} with ReLU, {leaky.Last(cosine)} with a slope of 0.01 and "
                + $"{pairs[2].Plain.Last(cosine)} with one of 0.25 (PReLU).");
    }

    private static Passage Derivation() => new(
        "How the bound is derived",
        "Let z have mean μ and variance σ², whatever its distribution, and let q(z) ≥ 0 be a parabola with q(z) ≥ 1 wherever z does not "
            + "survive. Then P(not) ≤ E[q(z)], which depends on μ and σ² alone; what is left is to choose q. No other bound by mean and "
            + "variance is better than these (Cantelli 1928; Selberg 1940).")
        {
            Quoted = """
                half-line, z > c (ReLU, LeakyReLU, PReLU, GELU), a = μ - c > 0:
                  q(z) = ((μ - z + σ²/a) / (a + σ²/a))²
                  P(z > c)   ≥  a² / (a² + σ²)

                interval, |z| < t (tanh), a = t - |μ| > 0:
                  P(|z| < t) ≥  a² / (a² + σ²)          where a |μ| ≥ σ²: the same parabola, turned to the nearer end
                  P(|z| < t) ≥  1 - (μ² + σ²) / t²      otherwise: q(z) = z² / t²

                otherwise the bound is 0, and where everything survives it is 1.
                """,
        };

    private Table SetupTable(Settings settings) => new(
        "Set-up",
        ["what", "how"],
        [
            ["plain, residual", $"h' = f(W h + b), h' = f(h + W h + b); {depth} layers of {SurvivorNetwork.Width}, He-normal, biases 0"],
            ["inputs", $"{SurvivorNetwork.Inputs} of {SurvivorNetwork.Width} numbers, uniform on (-1, 1); nothing is trained"],
            ["counted", "neuron by neuron over inputs, with the mean and the population variance over the same inputs"],
            ["seeds", settings.SeedsInWords],
        ]);

    private static Table Definitions() => new(
        "What survives",
        ["activation", "where a half is to be kept", "where a tenth is to be kept", "why"],
        [
            .. SurvivingActivation.All.Select(static activation => new[]
            {
                activation.Name, activation.Half.Words, activation.Tenth.Words, activation.Reason,
            }),
        ]);

    private static Table Counts(SurvivorShare share, IReadOnlyList<SurvivorRuns> networks) => new(
        $"Survivors of which {share.Name} is kept, mean over layers",
        ["activation", "network", "survive", "bound by neuron", "bound by layer", "violations", "cosine, last layer", "effective rank"],
        [
            .. networks.Select(runs => new[]
            {
                runs.Label, runs.Network, $"{runs.Mean(row => share.Of(row).Survival)}", $"{runs.Mean(row => share.Of(row).NeuronBound)}",
                $"{runs.Mean(row => share.Of(row).LayerBound)}",
                $"{runs.Violations(share):N0}", $"{runs.Last(cosine)}",
                $"{runs.Last(static row => row.EffectiveRank)}",
            }),
        ]);
}
