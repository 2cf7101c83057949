using System.Diagnostics;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;
using NetGen.Plotting.Rendering;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>Runs an experiment from its plan to its report.</summary>
internal sealed class ExperimentRun(Experiment experiment, Settings settings, IAnsiConsole console, TextWriter error)
{
    private const string ManifestName = "manifest.json";
    private const string HtmlName = "report.html";
    private const int Success = 0;
    private const int Failure = 1;

    // 128 + SIGINT, as shells report it.
    private const int Interrupted = 130;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Execute(CancellationToken stop)
    {
        if (experiment.Objection(settings) is { } objection)
        {
            error.WriteLine(objection);
            return Failure;
        }

        RunFolder folder;
        try
        {
            folder = new RunFolder(settings.Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"--out expects a folder that can be made and written to; got '{settings.Folder}': {exception.Message}");
            return Failure;
        }

        // A report may have a name that others use as well: README.md.
        if (folder.Has(experiment.ReportName) && !folder.Has(ManifestName))
        {
            error.WriteLine($"--out expects a folder of its own; '{settings.Folder}' has a {experiment.ReportName} that no run has written.");
            return Failure;
        }

        IReadOnlyList<Training> plan = experiment.Plan(settings);
        string work = experiment.TakesSteps ? $"{Number.Count(plan.Count, "training")} of {Number.Count(settings.Steps, "step")}" : Number.Count(plan.Count, "measurement");
        console.WriteLine($"{experiment.Name}: {work}. Ctrl+C stops and keeps what is finished.");
        foreach (string line in experiment.Announce(settings))
            console.WriteLine(line);
        int planned = plan.Sum(static training => training.Setups.Count());
        DateTimeOffset started = DateTimeOffset.Now;
        Stopwatch clock = Stopwatch.StartNew();
        IReadOnlyList<TrainingRun> runs = Prepare(stop) ? Train(plan, stop) : [];
        if (runs.Count == 0)
        {
            console.WriteLine($"Stopped before any training was finished: nothing is written, and {folder.Path} is as it was.");
            return Interrupted;
        }

        folder.RemoveConclusions(experiment.ReportName, HtmlName);
        folder.Write("results.json", Json.Compact(new { Experiment = experiment.Name, Runs = experiment.Results(runs) }));
        foreach ((string name, object numbers) in experiment.Numbers(settings, runs))
            folder.Write(name, Json.Compact(numbers));
        folder.Write(ManifestName, Json.Indented(Manifest.Of(experiment, settings, planned, runs, started, clock.Elapsed)));
        if (runs.Count < planned)
        {
            console.WriteLine($"Stopped: {runs.Count} of {Number.Count(planned, "run")} were finished and are kept in {folder.Path} (results.json, manifest.json). A report needs all of them.");
            return Interrupted;
        }

        try
        {
            Conclude(folder, runs, stop);
            return Success;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            console.WriteLine($"Stopped before the report was finished: all runs are kept in {folder.Path} (results.json, manifest.json).");
            return Interrupted;
        }
    }

    /// <summary>Does what comes before the trainings.</summary>
    /// <returns>Whether it was not stopped.</returns>
    private bool Prepare(CancellationToken stop)
    {
        try
        {
            foreach (string line in experiment.Prepare(settings, stop))
                console.WriteLine(line);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private IReadOnlyList<TrainingRun> Train(IReadOnlyList<Training> plan, CancellationToken stop) => console.Profile.Capabilities.Interactive
        ? LiveProgress.Show(console, plan, display => TrainingQueue.Run(plan, experiment.TrainingsAtOnce, display, stop))
        : TrainingQueue.Run(plan, experiment.TrainingsAtOnce, new LineProgress(console.Profile.Out.Writer, plan.Sum(static training => (long)training.Steps)), stop);

    private void Conclude(RunFolder folder, IReadOnlyList<TrainingRun> runs, CancellationToken stop)
    {
        Report report = experiment.Conclude(settings, runs);
        var drawings = report.Figures.AsParallel().AsOrdered().WithCancellation(stop)
            .Select(static figure => (Figure: figure, Svg: SvgFigure.Document(figure) + "\n", Light: FigurePng.Draw(figure, Theme.Light), Dark: FigurePng.Draw(figure, Theme.Dark)));
        foreach ((Figure figure, string svg, byte[] light, byte[] dark) in drawings)
        {
            folder.Write($"figures/{figure.Name}.json", Json.Compact(figure));
            folder.Write($"figures/{figure.Name}.svg", svg);
            folder.Write($"figures/{figure.Name}.png", light);
            folder.Write($"figures/{figure.Name}.dark.png", dark);
        }

        folder.Write(experiment.ReportName, MarkdownReport.Write(report));
        folder.Write(HtmlName, HtmlReport.Write(report));
        ConsoleReport.Show(report, console);
        console.WriteLine($"Written to {folder.Path}: open report.html.");
    }
}
