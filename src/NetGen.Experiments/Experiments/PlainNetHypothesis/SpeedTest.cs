using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// Measures the steps of networks side by side: they take turns, so that whatever slows the machine down slows all of them.
/// </summary>
/// <param name="seed">The seed of weights and data.</param>
/// <param name="steps">The steps of a training: there are no more rounds.</param>
/// <param name="begin">Begins the trainings: what takes a step of each, and the result without its time.</param>
internal sealed class SpeedTest(int seed, int steps, Func<CancellationToken, IReadOnlyList<(Func<float> Step, StepTime Time)>> begin)
{
    private const string Setup = "speed";
    private const int MostRounds = 30;

    private readonly int rounds = Math.Min(MostRounds, steps);

    /// <summary>That of networks of the hypothesis, and of those that they are held against.</summary>
    public static SpeedTest Of(
        IReadOnlyList<HypothesisVariant> variants, Settings settings, int seed, IReadOnlyList<Pretraining> coders) => new(
        seed,
        settings.Steps,
        stop => [.. variants.Select(variant => (variant.Class().Steps(variant, settings, seed, coders, stop), variant.TimeOf(seed)))]);

    public Training Training => new(Setup, "all in turn", seed, rounds, Run);

    private SpeedRun Run(Action<StepReport> report, CancellationToken stop)
    {
        IReadOnlyList<(Func<float> Step, StepTime Time)> networks = begin(stop);
        float[] losses = new float[rounds];
        float loss = float.NaN;
        double[] least = InTurn.LeastMicroseconds(
            [.. networks.Select(network => (Action)(() => loss = network.Step()))],
            rounds,
            round =>
            {
                losses[round - 1] = loss;
                report(new StepReport(round, loss));
            },
            stop);

        return new SpeedRun(
            Setup,
            seed,
            losses,
            [.. networks.Zip(least, static (network, time) => network.Time with { Microseconds = time })]);
    }
}
