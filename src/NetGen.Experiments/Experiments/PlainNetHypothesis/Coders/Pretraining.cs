using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The training of a coder that other trainings wait for: planned before them, so that it has begun when they ask.</summary>
internal sealed class Pretraining(CoderKind kind, int seed, int steps, int batch)
{
    public const string Setup = "coders alone";

    private readonly TaskCompletionSource<Coder> trained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CoderKind Kind => kind;

    public Training Training => new(Setup, kind.Label, seed, steps, Run);

    /// <summary>The coder, as soon as it is trained.</summary>
    public Coder Await(CancellationToken stop) => trained.Task.WaitAsync(stop).GetAwaiter().GetResult();

    private CoderRun Run(Action<StepReport> report, CancellationToken stop)
    {
        try
        {
            CoderRun run = kind.Train(Setup, seed, steps, batch, report, stop);
            trained.SetResult(run.Coder);
            return run;
        }
        catch (Exception exception)
        {
            // Whoever waits for the coder is not to wait for ever.
            trained.SetException(exception);
            throw;
        }
    }
}
