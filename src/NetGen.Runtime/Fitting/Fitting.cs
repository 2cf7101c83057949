using System.Collections.Immutable;
using System.Diagnostics;

namespace NetGen;

/// <summary>A training for many epochs, under way.</summary>
internal sealed class Fitting
{
    private static readonly TimeSpan betweenReports = TimeSpan.FromSeconds(0.1);

    private readonly ITrainer trainer;
    private readonly IBatchSource training;
    private readonly Validation? validation;
    private readonly int epochs;
    private readonly FitOptions options;
    private readonly CancellationToken cancellation;
    private readonly FitMonitor monitor;
    private readonly KeptTraining? kept;
    private readonly ITrainingLog log;
    private readonly List<EpochResult> results = [];
    private EpochResult? best;
    private Dictionary<string, float[]>? bestParameters;
    private long lastReport;

    public Fitting(
        ITrainer trainer,
        IBatchSource training,
        IBatchSource? validation,
        int epochs,
        FitOptions options,
        ITrainingLog log,
        CancellationToken cancellation)
    {
        this.trainer = trainer;
        this.training = training;
        this.validation = validation is null ? null : new Validation(trainer, validation, options.Metrics);
        this.epochs = epochs;
        this.options = options;
        this.cancellation = cancellation;
        monitor = new FitMonitor(options, validation is not null);
        kept = options.Checkpoints is { } checkpoints ? new KeptTraining(checkpoints, trainer) : null;
        this.log = log;
    }

    public FitResult Run()
    {
        RequireBatches();
        foreach (Metric metric in options.Metrics)
            metric.Require(trainer.Info);
        using KeptTraining? own = kept;
        if (kept is not null)
            Resume(kept);
        bool stopped;
        try
        {
            stopped = RunEpochs();
        }
        catch (OperationCanceledException)
        {
            RestoreBest();
            throw;
        }
        finally
        {
            (options.Progress as ConsoleProgress)?.EndLine();
        }

        RestoreBest();
        return new FitResult([.. results], best, stopped);
    }

    /// <returns>Whether it has stopped early.</returns>
    private bool RunEpochs()
    {
        while (results.Count < epochs && !HasStopped() && !IsLost())
        {
            cancellation.ThrowIfCancellationRequested();
            EpochResult result = RunEpoch(results.Count);
            results.Add(result);
            if (monitor.IsBetter(result, best))
            {
                best = result;
                if (options.RestoreBest)
                    bestParameters = trainer.Parameters.ToDictionary(static own => own.Name, static own => own.ToArray());
            }

            kept?.Save(results, isBest: best == result);
        }

        return HasStopped();
    }

    private void RestoreBest()
    {
        if (bestParameters is null)
            return;

        foreach (Parameter parameter in trainer.Parameters)
            parameter.CopyFrom(bestParameters[parameter.Name]);
    }

    private void RequireBatches()
    {
        if (training.SmallestBatch is not { } smallest || smallest >= trainer.Info.LeastBatch)
            return;

        throw new ArgumentException(
            $"training: expected batches of at least {trainer.Info.LeastBatch} examples, as a batch norm of {trainer.Info.Name} needs more "
            + $"than 1 value of each channel to train, got {smallest} in the last batch of an epoch: dropLast: true leaves it out, and "
            + "another batch size leaves another remainder.",
            nameof(training));
    }

    private EpochResult RunEpoch(int epoch)
    {
        long start = Stopwatch.GetTimestamp();
        double sum = 0;
        long examples = 0;
        int batches = 0;
        training.BeginEpoch(epoch);
        while (training.Next(out Batch batch))
        {
            cancellation.ThrowIfCancellationRequested();
            if (batches == 0 && options.LogLayers && options.Logs.Count > 0)
                LogLayers(batch);
            double loss = batch.HasLabels ? trainer.Step(batch.Inputs, batch.Labels) : trainer.Step(batch.Inputs, batch.Targets);
            int count = Examples.Count(trainer.Info, batch.Inputs);
            sum += loss * count;
            examples += count;
            batches++;
            if (trainer.StepCount % options.StepsBetweenLogs == 0)
                Log("loss/training", loss);
            Report(epoch, batches, sum / examples, start);
        }

        if (batches == 0)
            throw new InvalidOperationException($"Expected at least one batch in epoch {epoch + 1}, got none.");

        (double Loss, ImmutableSortedDictionary<string, double> Metrics)? measured = validation?.Measure(cancellation);
        EpochResult result = new()
        {
            Epoch = epoch + 1,
            StepCount = trainer.StepCount,
            TrainingLoss = sum / examples,
            ValidationLoss = measured?.Loss,
            Metrics = measured?.Metrics ?? ImmutableSortedDictionary<string, double>.Empty,
            LearningRate = trainer.LearningRate,
            Duration = Stopwatch.GetElapsedTime(start),
        };
        Log(result);
        options.Progress?.Report(Progress(epoch, batches, sum / examples, start) with { Result = result });
        return result;
    }

    private void Resume(KeptTraining kept)
    {
        kept.Prepare();
        results.AddRange(kept.Resume());
        foreach (EpochResult result in results)
            best = monitor.IsBetter(result, best) ? result : best;
        if (options.RestoreBest && best is not null)
            bestParameters = kept.BestParameters(best, results.Count < epochs && !HasStopped() && !IsLost() ? results.Count + 1 : null);
    }

    // Counted anew from all epochs, so that a training that goes on stops where it would have.
    private bool HasStopped()
    {
        if (options.EarlyStopping is not { } stopping)
            return false;

        EpochResult? reference = null;
        int without = 0;
        foreach (EpochResult result in results)
        {
            if (monitor.IsBetter(result, reference, stopping.MinimumChange))
                (reference, without) = (result, 0);
            else
                without++;
        }

        return without >= stopping.Patience;
    }

    // An optimizer adds to a parameter, and NaN plus anything is NaN: the examples whose loss is NaN for its sake have no other loss in any
    // epoch to come. An infinite loss alone may become finite again, and so may NaN of parameters that are finite.
    private bool IsLost() =>
        results.Count > 0
        && double.IsNaN(results[^1].TrainingLoss)
        && double.IsNaN(results[^1].ValidationLoss ?? double.NaN)
        && trainer.Info.Parameters.Any(declared => trainer.Parameters[declared.Name].ToArray().Any(float.IsNaN));

    private void LogLayers(Batch batch)
    {
        LogProbe probe = new(log, trainer.StepCount);
        if (batch.HasLabels)
            trainer.Inspect(batch.Inputs, batch.Labels, ref probe);
        else
            trainer.Inspect(batch.Inputs, batch.Targets, ref probe);
    }

    private void Log(EpochResult result)
    {
        Log("loss/epoch", result.TrainingLoss);
        Log("learning rate", result.LearningRate);
        if (result.ValidationLoss is { } loss)
            Log("loss/validation", loss);
        foreach ((string name, double value) in result.Metrics)
            Log($"{name}/validation", value);
    }

    private void Log(string tag, double value) => log.Scalar(tag, value, trainer.StepCount);

    private void Report(int epoch, int batches, double loss, long start)
    {
        if (options.Progress is null || Stopwatch.GetElapsedTime(lastReport) < betweenReports)
            return;

        lastReport = Stopwatch.GetTimestamp();
        options.Progress.Report(Progress(epoch, batches, loss, start));
    }

    private FitProgress Progress(int epoch, int batches, double loss, long start) => new()
    {
        Epoch = epoch + 1,
        Epochs = epochs,
        Batch = batches,
        Batches = training.BatchesPerEpoch,
        TrainingLoss = loss,
        Elapsed = Stopwatch.GetElapsedTime(start),
    };
}
