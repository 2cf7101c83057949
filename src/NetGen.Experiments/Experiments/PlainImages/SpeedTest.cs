using NetGen.Experiments.Images;
using NetGen.Experiments.Measuring;
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
        Turns[] turns = [.. networks.Select(network => network.Begin(task, recipe, seed))];
        double[] least = InTurn.LeastMicroseconds(
            [.. turns.SelectMany(static turn => turn.Work)], Rounds, round => report(new StepReport(round, float.NaN)), stop);
        Queue<double> times = new(least);
        SpeedRow[] rows =
        [
            .. networks.Zip(turns, (network, turn) => new SpeedRow(
                network.Declared.Name, times.Dequeue(), times.Dequeue(), turn.PredictFolded is null ? null : times.Dequeue())),
        ];
        foreach (Turns turn in turns)
            turn.Dispose();
        return new ImageSpeedRun(Setup, seed, [.. Enumerable.Repeat(float.NaN, Rounds)], rows);
    }
}
