using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <content>What follows from finished runs.</content>
internal sealed partial class FailureStudy
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        HypothesisRuns[] all = [.. Variants.Select(variant => variant.Of(runs))];
        FailureComparison seen = new(all);
        return new Report(
            "Where training fails, with coders and without, reconstructed",
            Question,
            Answer(seen, settings),
            SetupTable(settings),
            [Results(seen), Cost(seen), CompileTimes()],
            [FailureFigures.Losses(seen), FailureFigures.Dead(seen, seen.HurtDepths[^1]), FailureFigures.Cost(seen)],
            [.. Claims(seen)],
            [
                "Unseen loss: the mean squared error over "
                    + $"{HypothesisVariant.UnseenVectors:N0} vectors that training never saw, after the last step. "
                    + "Train loss: the mean over the last tenth of the steps.",
                $"To train: to end at every seed, after {Number.Count(settings.Steps, "step")}, below half the loss of an answer of zeros, "
                    + "which is 1/3. What has not trained then may train in more.",
                "To blow up: a loss that is no finite number. Such a run goes on, and its numbers are NaN or ∞; figures leave gaps there.",
                "A dead unit is zero for each of 256 unseen inputs. Hidden: between the two matrices of a branch or learner. "
                    + "Outputs: what a layer hands on.",
                "Memory: parameters, gradients, Adam's moments and the activations of a batch, as the compiler planned it. "
                    + "Time of a step: the networks of a depth take turns, one step each; the least of all rounds of a seed counts.",
                SeedSpread.Convention,
            ])
        {
            Leads = ["failure_loss", "failure_cost"],
        };
    }

    private string Answer(FailureComparison seen, Settings settings) =>
        "This is a reconstruction (arXiv 2402.08645 asks for this analysis and has none). On Distant Identity with frozen coders, in "
            + $"{Number.Count(settings.Steps, "step")}, as declared, {TrainAt(seen, Condition.None)}. "
            + $"With a learning rate of {Number.Tick(HypothesisVariant.StandardRate)} × 20/layers {TrainAt(seen, Condition.Slow)}. "
            + $"From hurt starts, at {seen.HurtDepths[0]} layers, those that train are "
            + string.Join("; ", Condition.Hurt.Select(start => $"{Trained(seen, start)} ({start.Name})"))
            + $". {Deaths(seen)} {BlowUps(seen)} At {seen.Depths[^1]} layers training takes {Megabytes(seen, FailingNetwork.A)} MB with "
            + $"coder A, {Megabytes(seen, FailingNetwork.C)} with C and {Megabytes(seen, FailingNetwork.Residual)} residual. {Compiling()} "
            + $"({Number.Count(settings.Seeds, "seed")}.)";

    /// <summary>At which depths each network trains under a condition.</summary>
    private static string TrainAt(FailureComparison seen, Condition condition) => string.Join(
        "; ", NetworksUnder(condition).Select(network => $"{network.Label} {TrainsAt([.. seen.Of(network, condition)])}"));

    private static string TrainsAt(IReadOnlyList<HypothesisRuns> all)
    {
        int[] trained = [.. all.Where(static runs => runs.Trains).Select(static runs => runs.Variant.Depth)];
        int[] failed = [.. all.Select(static runs => runs.Variant.Depth).Except(trained)];
        return (trained, failed) switch
        {
            ([], _) => $"does not train at {string.Join(", ", failed)} layers",
            (_, []) => $"trains at {string.Join(", ", trained)} layers",
            _ => $"trains at {string.Join(", ", trained)} layers, not at {string.Join(", ", failed)}",
        };
    }

    /// <summary>What trains from a start at the least depth.</summary>
    private static string Trained(FailureComparison seen, Condition start)
    {
        string[] trained =
        [
            .. FailingNetwork.All.Where(network => seen[network, seen.HurtDepths[0], start].Trains).Select(static network => network.Label),
        ];
        return trained.Length == 0 ? "none" : string.Join(", ", trained);
    }

    /// <summary>Whether what fails in spite of a coder or a residual connection is dead before training or after it.</summary>
    private static string Deaths(FailureComparison seen)
    {
        return seen.Failed.Count == 0
            ? "None with a coder or a residual connection fails."
            : $"{seen.Failed.Count} {(seen.Failed.Count == 1 ? "fails" : "fail")} in spite of a coder or a residual connection: more than "
                + "half of the last layer's outputs are dead in "
                + $"{seen.Failed.Count(static runs => IsDead(runs, Before))} of them before training, in "
                + $"{seen.Failed.Count(static runs => IsDead(runs, After))} after it.";
    }

    private static bool IsDead(HypothesisRuns runs, Func<HypothesisRun, DeadUnits> moment) =>
        runs.Over(run => moment(run).Outputs[^1]).Median > 0.5;

    private static DeadUnits Before(HypothesisRun run) => run.DeadBefore!;

    private static DeadUnits After(HypothesisRun run) => run.DeadAfter!;

    private static string BlowUps(FailureComparison seen)
    {
        HypothesisRuns[] blown = [.. seen.All.Where(static runs => runs.Runs.Any(static run => run.BlewUpAt is not null))];
        return blown.Length == 0
            ? "No loss became NaN or infinite."
            : "Losses became NaN or infinite in "
                + string.Join(
                    "; ",
                    blown.Select(static runs =>
                        $"{runs.Label}, {runs.Variant.Depth} layers, {runs.Variant.Setting} ({BlewUp(runs)})"))
                + ".";
    }

    private string Compiling() => compiled is [.., var (depth, cost)]
        ? $"The four networks of {depth} layers were compiled in {Duration.Text(cost.Seconds)}, from {cost.Megabytes} MB of generated C#."
        : "";

    private static string Megabytes(FailureComparison seen, FailingNetwork network) =>
        TrainingMemory.InMegabytes(seen.Deepest(network).Memory!.Total);

    private static string Activations(FailureComparison seen, FailingNetwork network) =>
        TrainingMemory.InMegabytes(seen.Deepest(network).Memory!.Activations);

    private static IEnumerable<Finding> Claims(FailureComparison seen)
    {
        HypothesisRuns[] coded = [.. seen.Of(FailingNetwork.A, Condition.None), .. seen.Of(FailingNetwork.C, Condition.None)];
        HypothesisRuns[] plain = [.. seen.Of(FailingNetwork.Plain, Condition.None)];
        yield return Decide(
            "failure_loss",
            $"\"The training of deep plain neural nets devoid of residual connections\" works at every depth up to {seen.Depths[^1]}.",
            coded.All(static runs => runs.Trains) && !plain.Any(static runs => runs.Trains),
            Losses(seen, Condition.None));

        yield return Decide(
            "failure_loss",
            "At every depth coder A does as well as a residual connection that starts alike: its loss is within 1.5 times.",
            seen.Depths.All(depth =>
                seen[FailingNetwork.A, depth, Condition.None].UnseenLoss.Median
                    < 1.5 * seen[FailingNetwork.Residual, depth, Condition.None].UnseenLoss.Median),
            string.Join(
                ", ",
                seen.Depths.Select(depth =>
                    $"{depth} layers: {seen[FailingNetwork.A, depth, Condition.None].UnseenLoss} with coder A, "
                        + $"{seen[FailingNetwork.Residual, depth, Condition.None].UnseenLoss} residual")) + ".");

        bool slowTrain = NetworksUnder(Condition.Slow).All(network => seen.Of(network, Condition.Slow).All(static runs => runs.Trains));
        yield return Decide(
            "failure_loss",
            "Depth fails by the learning rate: where it falls with depth, coder A and a residual connection train at every depth.",
            slowTrain,
            $"{Losses(seen, Condition.Slow)} At the rate of all others: "
                + string.Join(
                    "; ",
                    NetworksUnder(Condition.Slow).Select(network => $"{network.Label} "
                        + string.Join(
                            ", ",
                            seen.Of(network, Condition.Slow).Select(runs => Loss(seen[network, runs.Variant.Depth, Condition.None])))))
                + (slowTrain
                    ? ". A step of Adam changes the output of every layer by about as much, and all of them add up on the way down."
                    : "."));

        foreach (Condition start in Condition.Hurt)
        {
            (FailingNetwork Network, int Depth)[] trained =
            [
                .. from network in FailingNetwork.All
                   from depth in seen.HurtDepths
                   where seen[network, depth, Condition.None].Trains
                   select (network, depth),
            ];
            yield return DecideWhere(
                trained.Length > 0,
                "failure_loss",
                $"A start with {start.Name} stops none of those that train as declared.",
                trained.All(one => seen[one.Network, one.Depth, start].Trains),
                $"{Losses(seen, start)} {DeadIn(seen, start)}");
        }

        yield return DecideWhere(
            seen.Failed.Count > 0,
            "failure_dead_units",
            "What fails in spite of a coder or a residual connection is dead from the start.",
            seen.Failed.All(static runs => IsDead(runs, Before)),
            Deaths(seen) + " As declared, dead outputs of the last layer before and after training: "
                + string.Join(
                    "; ",
                    FailingNetwork.All.Skip(1).Select(network => $"{network.Label} "
                        + string.Join(
                            ", ",
                            seen.Of(network, Condition.None).Select(static runs =>
                                $"{Number.Percent(runs.Over(static run => Before(run).Outputs[^1]).Median)} and "
                                    + $"{Number.Percent(runs.Over(static run => After(run).Outputs[^1]).Median)} ({runs.Variant.Depth})"))))
                + ".");

        yield return Decide(
            "failure_cost",
            "\"The coder adds additional parameters and computations, increasing memory requirements\".",
            seen.Depths.All(depth => Bytes(seen, FailingNetwork.A, depth) > Bytes(seen, FailingNetwork.Residual, depth)
                && Bytes(seen, FailingNetwork.C, depth) > Bytes(seen, FailingNetwork.Residual, depth)),
            $"At {seen.Depths[^1]} layers {Megabytes(seen, FailingNetwork.A)} MB with coder A, {Megabytes(seen, FailingNetwork.C)} with C, "
                + $"{Megabytes(seen, FailingNetwork.Residual)} residual, {Megabytes(seen, FailingNetwork.Plain)} plain; the parameters are "
                + $"{seen.Deepest(FailingNetwork.A).Parameters:N0}, {seen.Deepest(FailingNetwork.C).Parameters:N0} and "
                + $"{seen.Deepest(FailingNetwork.Residual).Parameters:N0}. One coder for all layers adds next to no parameters; "
                + $"what a batch leaves for the way back takes {Activations(seen, FailingNetwork.A)}, "
                + $"{Activations(seen, FailingNetwork.C)} and {Activations(seen, FailingNetwork.Residual)} MB.");

        yield return Decide(
            "failure_cost",
            "\"Additional computations may lead to longer training times\".",
            seen.Depths.All(depth => Slower(seen, FailingNetwork.A, depth).Median > 1 && Slower(seen, FailingNetwork.C, depth).Median > 1),
            "A step takes, residual as 1: "
                + string.Join(
                    ", ",
                    seen.Depths.Select(depth =>
                        $"{Slower(seen, FailingNetwork.A, depth)} with coder A and {Slower(seen, FailingNetwork.C, depth)} with C at "
                            + $"{depth} layers"))
                + ".");
    }

    private static long Bytes(FailureComparison seen, FailingNetwork network, int depth) =>
        seen[network, depth, Condition.None].Runs[0].Memory!.Total;

    private static SeedSpread Slower(FailureComparison seen, FailingNetwork network, int depth) =>
        seen[network, depth, Condition.None].SlowerThan(seen[FailingNetwork.Residual, depth, Condition.None]);

    private static string Losses(FailureComparison seen, Condition condition) => "Loss on unseen vectors: "
        + string.Join(
            "; ",
            NetworksUnder(condition)
                .Select(network => $"{network.Label} {string.Join(", ", seen.Of(network, condition).Select(Loss))}"))
        + ".";

    private static string Loss(HypothesisRuns runs) => $"{runs.UnseenLoss} ({runs.Variant.Depth})";

    private static string DeadIn(FailureComparison seen, Condition start) =>
        $"Dead outputs of the last of {seen.HurtDepths[^1]} layers before training: "
        + string.Join(
            ", ",
            FailingNetwork.All.Select(network =>
                $"{seen[network, seen.HurtDepths[^1], start].Over(static run => Before(run).Outputs[^1]).AsPercent} ({network.Label})"))
        + ".";

    private Table SetupTable(Settings settings) => new(
        "Set-up",
        ["what", "how"],
        [
            ["PNNH", "h' = ReLU(W₂ ReLU(W₁ h + b₁) + b₂ + D ReLU(E h + e) + d), h of 128; W₁ Kaiming normal, W₂ = 0; coder frozen"],
            ["coder A, coder C", "A: 128 wide, trained alone on rectified normal vectors; C: 64 wide, written down, exact for |x| ≤ 1"],
            ["plain", "h' = ReLU(W₂ ReLU(W₁ h + b₁) + b₂), both Kaiming normal"],
            ["residual, zero start", "h' = ReLU(h + W₂ ReLU(W₁ h + b₁) + b₂), W₂ = 0"],
            [
                "hurt starts",
                "before training, in every branch or learner: both weights times 0.1 or 3, b₁ at -1, or b₁ and b₂ at -1. Where W₂ starts "
                    + "at zero, a factor changes W₁ alone. Coders and the last Linear are left alone",
            ],
            [
                "depths",
                $"{string.Join(", ", depths)} as declared; {string.Join(", ", DepthsOf(Condition.Small))} from hurt starts; "
                    + $"{string.Join(", ", DepthsOf(Condition.Slow))} with a learning rate that falls with depth",
            ],
            [
                "task",
                $"Distant Identity, Y = X, X uniform on (-1, 1), 64 numbers; {HypothesisVariant.TrainingVectors:N0} fixed vectors",
            ],
            [
                "training",
                $"Adam, learning rate {Number.Tick(HypothesisVariant.StandardRate)}; "
                    + $"{Number.Count(settings.Steps, "step")} of {settings.Batch}",
            ],
            ["seeds", settings.SeedsInWords],
        ]);

    private static Table Results(FailureComparison seen) => new(
        "Results",
        [
            "start or rate", "layers", "network", "train loss", "unseen loss", "trains", "blew up", "dead hidden units, last layer, before",
            "after", "dead outputs, last layer, before", "after",
        ],
        [
            .. seen.All.Select(static runs => new[]
            {
                runs.Variant.Setting, $"{runs.Variant.Depth}", runs.Label, $"{runs.TrainLoss}", $"{runs.UnseenLoss}",
                runs.Trains ? "yes" : "no", BlewUp(runs), runs.Over(static run => Before(run).Hidden[^1]).AsPercent,
                runs.Over(static run => After(run).Hidden[^1]).AsPercent,
                runs.Over(static run => Before(run).Outputs[^1]).AsPercent,
                runs.Over(static run => After(run).Outputs[^1]).AsPercent,
            }),
        ]);

    private static string BlewUp(HypothesisRuns runs) => runs.Runs.Count(static run => run.BlewUpAt is not null) is > 0 and var count
        ? $"{count} of {runs.Runs.Count}, from step {runs.Runs.Min(static run => run.BlewUpAt ?? int.MaxValue)}"
        : "no";

    private static Table Cost(FailureComparison seen) => new(
        "What it costs, as declared",
        ["layers", "network", "parameters", "memory in training, MB", "of it activations", "time of a step, µs", "over residual"],
        [
            .. from depth in seen.Depths
               from network in FailingNetwork.All
               let runs = seen[network, depth, Condition.None]
               select new[]
               {
                   $"{depth}", runs.Label, $"{runs.Parameters:N0}", TrainingMemory.InMegabytes(runs.Runs[0].Memory!.Total),
                   TrainingMemory.InMegabytes(runs.Runs[0].Memory!.Activations),
                   $"{runs.StepMicroseconds}", $"{Slower(seen, network, depth)}",
               },
        ]);

    private Table CompileTimes() => new(
        "Compiling the four networks of a depth, both compilers",
        ["layers", "time, s", "generated C#, MB"],
        [
            .. compiled.Select(static one => new[]
            {
                $"{one.Depth}", one.Cost.Seconds.ToString("F1", CultureInfo.InvariantCulture), one.Cost.Megabytes,
            }),
        ]);
}
