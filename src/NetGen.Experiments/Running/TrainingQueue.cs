using System.Collections.Concurrent;

namespace NetGen.Experiments.Running;

/// <summary>Does trainings, several side by side. Each is seeded by itself, so results do not depend on which runs when.</summary>
internal static class TrainingQueue
{
    private const int MillisecondsBetweenReports = 50;

    /// <summary>
    /// Runs all trainings, or as many as are finished when it is told to stop. Trainings that do not end at once are left behind.
    /// </summary>
    /// <param name="plan">The trainings.</param>
    /// <param name="atOnce">How many run side by side.</param>
    /// <param name="display">Shows how far they are.</param>
    /// <param name="stop">Stops them.</param>
    /// <returns>The finished runs, in the order of the plan, one for each set-up that they belong to.</returns>
    public static IReadOnlyList<TrainingRun> Run(IReadOnlyList<Training> plan, int atOnce, IProgressDisplay display, CancellationToken stop)
    {
        TrainingRun?[] finished = new TrainingRun?[plan.Count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = atOnce, CancellationToken = stop };
        try
        {
            Partitioner<int> oneByOne = Partitioner.Create(Enumerable.Range(0, plan.Count), EnumerablePartitionerOptions.NoBuffering);
            Stoppable.Run(() => Parallel.ForEach(oneByOne, options, index =>
            {
                Training training = plan[index];
                int shown = 0;
                long next = 0;
                finished[index] = training.Run(Report, stop);

                void Report(StepReport step)
                {
                    if (Environment.TickCount64 < next && step.Step < training.Steps)
                        return;

                    display.Advance(training, step.Step - shown, step);
                    shown = step.Step;
                    next = Environment.TickCount64 + MillisecondsBetweenReports;
                }
            }), stop);
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
