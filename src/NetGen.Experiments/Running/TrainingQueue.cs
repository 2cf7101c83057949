using System.Collections.Concurrent;

namespace NetGen.Experiments.Running;

/// <summary>Does trainings side by side, one on each core. Each is seeded by itself, so results do not depend on which runs when.</summary>
internal static class TrainingQueue
{
    private const int StepsBetweenReports = 20;

    /// <summary>Runs all trainings, or as many as are finished when it is told to stop.</summary>
    /// <returns>The finished runs, in the order of the plan, one for each set-up that they belong to.</returns>
    public static IReadOnlyList<TrainingRun> Run(IReadOnlyList<Training> plan, IProgressDisplay display, CancellationToken stop)
    {
        TrainingRun?[] finished = new TrainingRun?[plan.Count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop };
        try
        {
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, plan.Count), EnumerablePartitionerOptions.NoBuffering), options, index =>
            {
                Training training = plan[index];
                finished[index] = training.Run(Report, stop);

                void Report(int step, float loss)
                {
                    if (step % StepsBetweenReports == 0 || step == training.Steps)
                        display.Advance(training, step - (step - 1) / StepsBetweenReports * StepsBetweenReports, loss);
                }
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopping is not a failure: what is finished is kept.
        }

        return
        [
            .. from pair in plan.Zip(finished)
               where pair.Second is not null
               from setup in pair.First.Setups
               select pair.Second with { Setup = setup },
        ];
    }
}
