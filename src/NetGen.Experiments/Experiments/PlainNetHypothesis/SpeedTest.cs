using System.Diagnostics;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// Measures the steps of networks side by side: they take turns, so that whatever slows the machine down slows all of them.
/// </summary>
internal sealed class SpeedTest(IReadOnlyList<HypothesisVariant> variants, Settings settings, int seed, IReadOnlyList<Pretraining> coders)
{
    private const string Setup = "speed";
    private const int MostRounds = 30;

    private readonly int rounds = Math.Min(MostRounds, settings.Steps);

    public Training Training => new(Setup, "all in turn", seed, rounds, Run);

    private SpeedRun Run(Action<StepReport> report, CancellationToken stop)
    {
        Func<float>[] steps = [.. variants.Select(variant => variant.Class().Steps(variant, settings, seed, coders, stop))];
        double[] least = [.. variants.Select(static _ => double.PositiveInfinity)];
        float[] losses = new float[rounds];
        for (int round = 0; round < rounds; round++)
        {
            for (int index = 0; index < steps.Length; index++)
            {
                stop.ThrowIfCancellationRequested();
                long before = Stopwatch.GetTimestamp();
                losses[round] = steps[index]();
                least[index] = Math.Min(least[index], Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            }

            report(new StepReport(round + 1, losses[round]));
        }

        return new SpeedRun(Setup, seed, losses, [.. variants.Zip(least, (variant, time) => variant.Time(seed, Math.Round(time, 1)))]);
    }
}
