using NetGen.Experiments.Declaring;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Explore;

/// <content>What follows from finished runs.</content>
internal sealed partial class ExploreExperiment
{
    private static readonly Ink[] inks = Enum.GetValues<Ink>();

    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        ILookup<ExploredNetwork, ExploredRun> byNetwork = runs.Cast<ExploredRun>().ToLookup(static run => run.Explored);
        ExploreComparison seen = new(
            Task(settings),
            [
                .. networks.Select((network, index) => new ExploredRuns(network, inks[index % inks.Length], [.. byNetwork[network]])
                {
                    Dashed = index >= inks.Length,
                }),
            ]);
        Finding[] findings = [.. Claims(seen)];
        return new Report(
            "What was declared, and what became of it",
            Question,
            Answer(seen),
            SetupTable(settings, seen),
            [Outcomes(seen), .. seen.Networks.Select(Layers)],
            [ExploreFigures.Loss(seen), ExploreFigures.Gradient(seen), ExploreFigures.Signal(seen), ExploreFigures.Cosine(seen)],
            findings,
            [
                $"Loss: the {seen.Task.LossName} of a step's batch before its update. Unseen: {ExploreTask.Unseen:N0} examples that "
                    + "training never sees, or as many as there are, after the last step.",
                $"Layers are looked at with {ExploreTask.Inspected} examples. On noise: inputs are normal, of the mean and standard "
                    + "deviation that the declaration says, and so is the gradient at the output, which knows nothing of the output. "
                    + "That is what the compiler's expectation is of. On the task: unseen examples, and the gradient of its loss.",
                "Std of z: the standard deviation of pre-activations over units and inputs. Cosine: the mean between what a layer hands on "
                    + "for two different inputs. Gradient: the norm of dL/dz over that of the last layer.",
                SeedSpread.Convention,
                "results.json holds every run with all layers, declarations.json what was declared and what the compilers say of it. "
                    + "Beside each figure lie its data as JSON.",
            ])
        {
            Leads = ["explore_loss", "explore_gradient"],
            Passages = [.. declarations.Select(Declared)],
        };
    }

    private static string Answer(ExploreComparison seen)
    {
        string learned = $"{FigureTitles.Sentence(seen.OutcomeName)}"
            + (seen.HasClasses ? "" : $", where an answer of zeros has {Number.Short(seen.Task.Ignorance.Y)}")
            + $": {string.Join(", ", seen.Ranked.Select(runs => $"{seen.Outcome(runs)} ({runs.Label})"))}.";
        ExploredRuns[] known = [.. seen.Ranked.Where(static runs => runs is { First: >= 0, Last: >= 0 })];
        return known.Length == 0
            ? learned
            : $"{learned} At the start, as the compiler expects it and as it is measured on noise: the gradient of the first layer over "
                + $"that of the last {Both(static runs => runs.First, static layer => layer.GradientRatio)}; the cosine of two inputs "
                + $"behind the last layer {Both(static runs => runs.Last, static layer => layer.Cosine)}.";

        string Both(Func<ExploredRuns, int> layer, Func<PropagationRow, double> value) => string.Join(", ", known.Select(runs =>
            $"{Number.Short(value(runs.Expected[layer(runs)]))} and {Number.Short(runs.OnNoise(layer(runs), value))} ({runs.Label})"));
    }

    private static Table SetupTable(Settings settings, ExploreComparison seen) => new(
        "Set-up",
        ["what", "how"],
        [
            [seen.Task.Title, seen.Task.Description],
            ["optimizer", $"Adam, learning rate {Number.Tick(settings[learningRate])}"],
            ["seeds", settings.SeedsInWords],
            .. seen.Networks.Select(static runs => (string[])
            [
                runs.Label,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"declared for inputs of mean {runs.Explored.Info.InputMean:G4} and standard deviation "
                        + $"{runs.Explored.Info.InputStandardDeviation:G4}"),
            ]),
        ]);

    private static Table Outcomes(ExploreComparison seen) => new(
        FigureTitles.Sentence(seen.OutcomeName),
        ["network", "layers", "parameters", seen.OutcomeName, "first loss", "last loss"],
        [
            .. seen.Ranked.Select(runs => (string[])
            [
                runs.Label, $"{runs.Explored.Info.Layers.Length}", $"{runs.Explored.Info.ParameterCount:N0}", seen.Outcome(runs),
                $"{runs.InitialLoss}", $"{runs.FinalLoss}",
            ]),
        ]);

    private static Table Layers(ExploredRuns runs) => new(
        $"Layers of {runs.Label}: expected, measured on noise, and after training",
        [
            "layer", "operation", "std of z expected", "on noise", "after", "cosine expected", "on noise", "after", "gradient expected",
            "on noise", "after",
        ],
        [
            .. runs.Explored.Info.Layers.Select((layer, index) => (string[])
            [
                layer.Name, layer.Operation,
                .. ((Func<PropagationRow, double>[])
                    [static row => row.PreActivationStd, static row => row.Cosine, static row => row.GradientRatio])
                    .SelectMany(value => (string[])
                    [
                        Text(SeedSpread.Of([value(runs.Expected[index])])),
                        Text(runs.Of(index, static run => run.Noise, value)),
                        Text(runs.Of(index, static run => run.Outcome.End, value)),
                    ]),
            ]),
        ]);

    private static string Text(SeedSpread spread) => double.IsNaN(spread.Median) ? "-" : $"{spread}";

    private Passage Declared(Declaration declaration)
    {
        Remark[] own = [.. remarks.Where(remark => remark.Diagnostic.Location.SourceTree?.FilePath == declaration.Name)];
        return new Passage(
            $"What was declared: {declaration.Name}",
            own.Length == 0 ? "It compiles without a warning." : $"It compiles with {Number.Count(own.Length, "warning")}.")
        {
            Quoted = string.Join("\n\n", own.Select(static remark => $"{remark}").Prepend(declaration.Text.TrimEnd())),
        };
    }
}
