using System.Diagnostics;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;
using NetGen.Plotting.Rendering;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>Runs an experiment from its plan to its report.</summary>
internal sealed class ExperimentRun(Experiment experiment, Settings settings, IAnsiConsole console, TextWriter error)
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>The exit code of what was told to stop: 128 + SIGINT, as shells report it.</summary>
    public const int Interrupted = 130;

    /// <summary>Why it cannot run, or null.</summary>
    public string? Objection()
    {
        if (experiment.Objection(settings) is { } objection)
            return objection;

        try
        {
            return ForeignFiles.Objection(settings.Folder, [RunFile.Results, RunFile.Page, experiment.ReportName, .. experiment.OwnFiles]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return NoFolder(exception);
        }
    }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Execute(CancellationToken stop)
    {
        if (Objection() is { } objection)
        {
            error.WriteLine(objection);
            return Failure;
        }

        RunFolder folder;
        try
        {
            folder = RunFolder.Open(settings.Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(NoFolder(exception));
            return Failure;
        }

        using (folder)
            return Execute(folder, stop);
    }

    private string NoFolder(Exception exception) =>
        $"--out expects a folder that can be made and written to; got '{settings.Folder}': {exception.Message}";

    private int Execute(RunFolder folder, CancellationToken stop)
    {
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

        try
        {
            return Write(folder, runs, Manifest.Of(experiment, settings, planned, runs, started, clock.Elapsed), stop);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{exception.Message} {Kept(folder)} No file that was in {folder.Path} before is lost.");
            return Failure;
        }
    }

    /// <summary>Writes the numbers of all finished runs, and the report if they are all.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    private int Write(RunFolder folder, IReadOnlyList<TrainingRun> runs, Manifest manifest, CancellationToken stop)
    {
        folder.Begin();
        folder.Write(RunFile.Results, Json.Compact(new { Experiment = experiment.Name, Runs = experiment.Results(runs) }));
        foreach ((string name, object numbers) in experiment.Numbers(settings, runs))
            folder.Write(name, Json.Compact(numbers));
        string[] files = List();
        if (runs.Count < manifest.PlannedRuns)
        {
            folder.PutInPlace(files);
            string finished = $"{runs.Count} of {Number.Count(manifest.PlannedRuns, "run")}";
            console.WriteLine($"Stopped: {finished} were finished and are kept in {folder.Path} (results.json, manifest.json). A report needs all of them.");
            return Interrupted;
        }

        try
        {
            Report report = Conclude(folder, runs, stop);
            folder.PutInPlace(List());
            ConsoleReport.Show(report, console);
            console.WriteLine($"Written to {folder.Path}: open report.html.");
            return Success;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            folder.PutInPlace(files);
            console.WriteLine($"Stopped before the report was finished: all runs are kept in {folder.Path} (results.json, manifest.json).");
            return Interrupted;
        }

        // The manifest lists what is written so far, and itself.
        string[] List()
        {
            string[] files = [.. folder.Written.Append(RunFile.Manifest).Distinct()];
            folder.Write(RunFile.Manifest, Json.Indented(manifest with { Files = files }));
            return files;
        }
    }

    private static string Kept(RunFolder folder) => folder.Written.Count switch
    {
        0 => "Nothing of this run could be kept.",
        1 => $"Of this run {folder.Written[0]} is kept in {folder.UnfinishedPath}.",
        var count => $"Of this run {folder.Written[0]} and {Number.Count(count - 1, "other file")} are kept in {folder.UnfinishedPath}.",
    };

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
        ? LiveProgress.Show(console, plan, display => TrainingQueue.Run(plan, experiment.TrainingsAtOnce(settings), display, stop))
        : TrainingQueue.Run(plan, experiment.TrainingsAtOnce(settings), new LineProgress(console.Profile.Out.Writer, plan.Sum(static training => (long)training.Steps)), stop);

    private Report Conclude(RunFolder folder, IReadOnlyList<TrainingRun> runs, CancellationToken stop)
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
        folder.Write(RunFile.Page, HtmlReport.Write(report));
        return report;
    }
}
