using NetGen.Experiments.Declaring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.LeakySlope;

/// <content>What follows from finished runs.</content>
internal sealed partial class LeakySlopeExperiment
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        SlopeComparison seen = new([.. Depths(settings)], runs);
        Mending[] mendings = [.. seen.Places.Select(place => Mended(new SlopeNetwork(place.Task, SlopeKind.Plain, place.Depth)))];
        Finding[] findings = [.. Claims(seen, mendings)];
        return new Report(
            "The slope that a depth asks for",
            Question,
            $"{Answer(seen)} {Score.Of(findings, "claims")}",
            SetupTable(settings),
            [Results(seen), Slopes(seen)],
            [SlopeFigures.Learning(seen), SlopeFigures.Cosines(seen)],
            findings,
            [
                $"Slope: the compiler's own. A plain declaration is compiled, its warning NETGEN041 read, and the remedy with a LeakyReLU "
                    + $"taken as the code fix writes it; {Mending.Setting}, since by default 20 layers are not warned of.",
                "Loss: the mean squared error over batch and dimensions (Distant Identity) or the cross-entropy of a step's batch before "
                    + "its update; the train loss is the mean of the last tenth of the steps. Unseen: "
                    + $"{SlopeTrainee.Unseen:N0} vectors, or as many of the first test images, after the last step.",
                "To train: to end, at every seed, below half the loss of an answer of zeros, which is 1/3, or with "
                    + $"{Number.Percent(SlopeRuns.Known)} of the test images named right. What has not trained then may train in more.",
                "Microseconds a step: the median of a training's steps, on one thread, while another training ran beside it.",
                "PNNH is a reconstruction of arXiv 2402.08645, with coder C, which is written down and not trained; its layers hand on "
                    + "[ReLU(x); ReLU(-x)], and its rows are no wider than the others' in images, twice as wide in Distant Identity.",
                SeedSpread.Convention,
                "results.json holds every run with the cosine of every layer, declarations.json every declaration. "
                    + "Beside each figure lie its data as JSON.",
            ])
        {
            Leads = ["slope_learning", "slope_cosine"],
            Passages = [.. seen.Depths.Select(depth => Told(new SlopeNetwork(SlopeTask.Identity, SlopeKind.Plain, depth)))],
        };
    }

    private string Answer(SlopeComparison seen) =>
        $"For {string.Join(", ", seen.Depths)} layers the compiler solves for slopes of "
        + $"{string.Join(", ", seen.Depths.Select(depth => Number.Short(SlopeOf(SlopeTask.Identity, depth))))}. "
        + string.Join(" ", SlopeTask.All.Select(task =>
            $"{task.Title}, {(task.IsIdentity ? "loss on unseen vectors" : "test images named right")}: " + string.Join("; ",
                seen.Depths.Select(depth => $"at {depth} layers " + string.Join(", ", seen.All(task, depth).Select(static runs =>
                    $"{(runs.Declared.Task.IsIdentity ? Number.Short(runs.UnseenLoss.Median) : Number.Percent(runs.Accuracy.Median))} "
                        + $"({runs.Label})")))) + "."));

    private double SlopeOf(SlopeTask task, int depth) => Mended(new SlopeNetwork(task, SlopeKind.Plain, depth)).Slope;

    private static Table SetupTable(Settings settings) => new(
        "Set-up",
        ["what", "how"],
        [
            ["ReLU", "h' = ReLU(W h + b), Kaiming normal"],
            ["LeakyReLU", "h' = z where z = W h + b is positive, else a z; W smaller by 1/√(1 + a²) where the compiler asks for it"],
            ["residual", "h' = h + ReLU(W h + b), W smaller by 1/√depth"],
            ["PNNH, coder C", "h' = ReLU(W₂ ReLU(W₁ h + b₁) + b₂ + coder(h)), W₂ = 0; one coder for all layers, not trained"],
            ["at the end", "a Linear, weights N(0, 1 / fan_in)"],
            ["widths", string.Join("; ", SlopeTask.All.Select(static task => $"{task.Title}: {task.Width}"))],
            [
                "Distant Identity",
                $"Y = X, X uniform on (-1, 1), 64 numbers, {SlopeTrainee.TrainingVectors:N0} fixed vectors; Adam, learning rate "
                    + $"{Number.Tick(SlopeTrainee.LearningRate)}, {Number.Count(settings.Steps, "step")} of {settings.Batch}",
            ],
            [
                "Fashion-MNIST",
                $"{settings[examples]:N0} images, normalized, {Number.Count(settings[epochs], "epoch")}; Adam, learning rate "
                    + $"{Number.Tick(settings[learningRate])}, batches of {settings.Batch}",
            ],
            ["seeds", settings.SeedsInWords],
        ]);

    private static Table Results(SlopeComparison seen) => new(
        "Loss on unseen vectors, or test images named right",
        ["task", "layers", .. seen.All(SlopeTask.Identity, seen.Depths[0]).Select(static runs => runs.Label)],
        [
            .. seen.Places.Select(place => (IReadOnlyList<string>)
            [
                place.Task.Title, $"{place.Depth}", .. seen.All(place.Task, place.Depth).Select(static runs => runs.Outcome),
            ]),
        ]);

    private Table Slopes(SlopeComparison seen) => new(
        "Networks",
        ["task", "layers", "network", "slope", "parameters", "train loss", "cosine in front of the last layer", "expected", "µs a step"],
        [
            .. from place in seen.Places
               from runs in seen.All(place.Task, place.Depth)
               select new[]
               {
                   place.Task.Title, $"{place.Depth}", runs.Label,
                   runs.Declared.Kind == SlopeKind.Leaky ? Number.Short(SlopeOf(place.Task, place.Depth)) : "-",
                   $"{runs.Parameters:N0}", $"{runs.TrainLoss}", $"{runs.LastCosine}",
                   runs.ExpectedCosine is { } expected ? Number.Short(expected) : "-", $"{runs.StepMicroseconds}",
               },
        ]);

    private Passage Told(SlopeNetwork network)
    {
        Mending mending = Mended(network);
        return new Passage($"What the compiler makes of {network.Depth} layers", mending.Warning)
        {
            Quoted = $"{mending.Before}\n\n// after the code fix:\n\n{mending.After}",
        };
    }
}
