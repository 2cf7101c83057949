using System.Diagnostics;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>Runs an experiment from its plan to its report.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="settings">What it was told.</param>
/// <param name="full">Whether the console is to show the whole report.</param>
/// <param name="console">What shows how far it is, and the report.</param>
/// <param name="error">What tells of failures.</param>
internal sealed class ExperimentRun(Experiment experiment, Settings settings, bool full, IAnsiConsole console, TextWriter error)
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>The exit code of what was told to stop: 128 + SIGINT, as shells report it.</summary>
    public const int Interrupted = 130;

    private readonly IRunDisplay display = console.Profile.Capabilities.Interactive
        ? new TerminalDisplay(console)
        : new LineDisplay(console.Profile.Out.Writer);

    /// <summary>Why it cannot run, or null.</summary>
    public string? Objection()
    {
        if (experiment.Objection(settings) is { } objection)
            return objection;

        try
        {
            return ForeignFiles.Objection(
                settings.Folder, [RunFile.Manifest, RunFile.Results, RunFile.Page, experiment.ReportName, .. experiment.OwnFiles]);
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
        try
        {
            if ((ObjectionToIdle() ?? Read(stop) ?? Objection()) is { } objection)
            {
                error.WriteLine(objection);
                return Failure;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            console.WriteLine("Stopped before any training began: nothing is written.");
            return Interrupted;
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

    private string? ObjectionToIdle() => experiment.Idle(settings)
        .Where(idle => settings.Typed.Contains(idle.Name))
        .Select(static idle => $"{idle.Name} {idle.Place}")
        .FirstOrDefault();

    /// <summary>Reads the arguments, and shows what there is to say of them and the networks that they declare.</summary>
    /// <returns>Why it cannot run with them, or null.</returns>
    private string? Read(CancellationToken stop)
    {
        ArgumentReading reading = experiment.Read(settings, display, stop);
        foreach (string remark in reading.Remarks)
            console.Profile.Out.Writer.WriteLine(remark);
        if (experiment.Argument is not null && reading.Objection is null)
        {
            foreach (NetworkInfo network in experiment.Networks)
            {
                ConsoleLayerTable.Show(network, console);
                ConsoleSignalTable.Show(network, console);
            }
        }

        return reading.Objection;
    }

    private string NoFolder(Exception exception) =>
        $"--out expects a folder that can be made and written to; got '{settings.Folder}': {exception.Message}";

    private int Execute(RunFolder folder, CancellationToken stop)
    {
        IReadOnlyList<Training> plan = experiment.Plan(settings);
        console.WriteLine($"{experiment.Name}: {experiment.Work(settings, plan.Count)}. Ctrl+C stops and keeps what is finished.");
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
        string[] files = display.Show("Writing what was measured", _ => WriteNumbers(), CancellationToken.None);
        if (runs.Count < manifest.PlannedRuns)
            return Stopped(
                folder,
                files,
                $"Stopped: {runs.Count} of {Number.Count(manifest.PlannedRuns, "run")} were finished and",
                "A report needs all of them.");

        try
        {
            Report report = Conclude(folder, runs, stop);
            folder.PutInPlace(List());
            folder.ClearUnfinished();
            ConsoleReport.Show(report, Path.Join(folder.Path, RunFile.Page), full, console);
            return Success;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Stopped(folder, files, "Stopped before the report was finished: all runs", "");
        }

        string[] WriteNumbers()
        {
            folder.Write(RunFile.Results, Json.Compact(new { Experiment = experiment.Name, Runs = experiment.Results(runs) }));
            foreach ((string name, object numbers) in experiment.Numbers(settings, runs))
                folder.Write(name, Json.Compact(numbers));
            return List();
        }

        // The manifest lists what is written so far, and itself.
        string[] List()
        {
            string[] files = [.. folder.Written.Append(RunFile.Manifest).Distinct()];
            folder.Write(RunFile.Manifest, Json.Indented(manifest with { Files = files }));
            return files;
        }
    }

    /// <summary>Keeps what a stopped run wrote, and the finished run that the folder may hold.</summary>
    private int Stopped(RunFolder folder, IReadOnlyList<string> files, string what, string note)
    {
        string place = folder.Path;
        if (EarlierRun.In(folder.Path).IsFinished)
        {
            place = folder.UnfinishedPath;
            note = $"The finished run in {folder.Path} stays. {note}";
        }
        else
        {
            folder.PutInPlace(files);
        }

        console.WriteLine($"{what} are kept in {place} (results.json, manifest.json). {note}".TrimEnd());
        return Interrupted;
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
            foreach (string line in experiment.Prepare(settings, display, stop))
                console.WriteLine(line);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private IReadOnlyList<TrainingRun> Train(IReadOnlyList<Training> plan, CancellationToken stop) =>
        display.Show(plan, progress => TrainingQueue.Run(plan, experiment.TrainingsAtOnce(settings), progress, stop));

    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    private Report Conclude(RunFolder folder, IReadOnlyList<TrainingRun> runs, CancellationToken stop)
    {
        Report report = display.Show("Drawing conclusions", _ => experiment.Conclude(settings, runs), stop);
        IReadOnlyList<DrawnFigure> drawn = display.Show(
            "Drawing figures", at => DrawnFigure.Draw(report.Figures, count => at($"{count} of {report.Figures.Count}"), stop), stop);
        string? reason = display.Show(
            "Writing the report",
            _ =>
            {
                WriteReport(folder, report, drawn);
                return WritePictures(folder, drawn);
            },
            CancellationToken.None);
        if (reason is not null)
            console.WriteLine($"Figures are written as SVG, not as PNG: {reason}");
        return report;
    }

    private void WriteReport(RunFolder folder, Report report, IReadOnlyList<DrawnFigure> drawn)
    {
        foreach (DrawnFigure figure in drawn)
        {
            folder.Write($"{PathOf(figure)}.json", Json.Compact(figure.Figure));
            folder.Write($"{PathOf(figure)}.svg", figure.Svg);
        }

        folder.Write(experiment.ReportName, MarkdownReport.Write(report));
        folder.Write(RunFile.Page, HtmlReport.Write(report, drawn.ToDictionary(static one => one.Figure.Name, static one => one.Page)));
    }

    /// <summary>Writes all pictures or none: a disk that has no room for all of them needs the room of some for the rest.</summary>
    /// <returns>Why they could not be written, or null.</returns>
    private static string? WritePictures(RunFolder folder, IReadOnlyList<DrawnFigure> drawn)
    {
        try
        {
            foreach (DrawnFigure figure in drawn)
            {
                folder.Write($"{PathOf(figure)}.png", figure.Light);
                folder.Write($"{PathOf(figure)}.dark.png", figure.Dark);
            }

            return null;
        }
        catch (IOException exception)
        {
            folder.Discard(drawn.SelectMany(static figure => new[] { $"{PathOf(figure)}.png", $"{PathOf(figure)}.dark.png" }));
            return exception.Message;
        }
    }

    private static string PathOf(DrawnFigure figure) => $"{RunFile.Figures}/{figure.Figure.Name}";
}
