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

    public ImageSpeedRun Run(Action<StepReport> report, CancellationToken stop)
    {
        (Action Step, Action Predict)[] begun = [.. networks.Select(network => network.Begin(task, recipe, seed))];
        double[] steps = new double[begun.Length];
        double[] predictions = new double[begun.Length];
        Array.Fill(steps, double.PositiveInfinity);
        Array.Fill(predictions, double.PositiveInfinity);
        for (int round = 1; round <= Rounds; round++)
        {
            for (int index = 0; index < begun.Length; index++)
            {
                stop.ThrowIfCancellationRequested();
                steps[index] = Math.Min(steps[index], Microseconds(begun[index].Step));
                predictions[index] = Math.Min(predictions[index], Microseconds(begun[index].Predict));
            }

            report(new StepReport(round, float.NaN));
        }

        return new ImageSpeedRun(
            Setup, seed, [.. Enumerable.Repeat(float.NaN, Rounds)],
            [.. networks.Select((network, index) => new SpeedRow(network.Declared.Name, steps[index], predictions[index]))]);
    }

    private static double Microseconds(Action work)
    {
        long before = Stopwatch.GetTimestamp();
        work();
        return Math.Round(Stopwatch.GetElapsedTime(before).TotalMicroseconds, 1);
    }
}
