using System.Diagnostics;
using NetGen.Experiments.Images;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainImages;

/// <summary>
/// Measures steps and predictions of networks side by side: they take turns, so that whatever slows the machine down slows all of them.
/// </summary>
internal sealed class SpeedTest(IReadOnlyList<CompiledImageNetwork> networks, ImageTask task, PlainImagesRecipe recipe, int seed)
{
    public const string Setup = "speed";
    public const int Rounds = 10;

    private const double Never = double.PositiveInfinity;

    public ImageSpeedRun Run(Action<StepReport> report, CancellationToken stop)
    {
        Turns[] turns = [.. networks.Select(network => network.Begin(task, recipe, seed))];
        SpeedRow[] rows = [.. networks.Select(static network => new SpeedRow(network.Declared.Name, Never, Never, null))];
        for (int round = 1; round <= Rounds; round++)
        {
            for (int index = 0; index < rows.Length; index++)
            {
                stop.ThrowIfCancellationRequested();
                SpeedRow least = rows[index];
                Turns turn = turns[index];
                rows[index] = least with
                {
                    StepMicroseconds = Math.Min(least.StepMicroseconds, Microseconds(turn.Step)),
                    PredictMicroseconds = Math.Min(least.PredictMicroseconds, Microseconds(turn.Predict)),
                    FoldedMicroseconds = turn.PredictFolded is { } folded
                        ? Math.Min(least.FoldedMicroseconds ?? Never, Microseconds(folded))
                        : null,
                };
            }

            report(new StepReport(round, float.NaN));
        }

        foreach (Turns turn in turns)
            turn.Dispose();
        return new ImageSpeedRun(Setup, seed, [.. Enumerable.Repeat(float.NaN, Rounds)], rows);
    }

    private static double Microseconds(Action work)
    {
        long before = Stopwatch.GetTimestamp();
        work();
        return Math.Round(Stopwatch.GetElapsedTime(before).TotalMicroseconds, 1);
    }
}
