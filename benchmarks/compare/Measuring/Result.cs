using NetGen.Compare.Sides;

namespace NetGen.Compare.Measuring;

/// <summary>What a side took for a work.</summary>
/// <param name="Side">Whose it is.</param>
/// <param name="Version">The side's version.</param>
/// <param name="Mode">The way that was fastest.</param>
/// <param name="Rounds">The seconds of a call, round by round.</param>
/// <param name="Difference">How far its answers are from NetGen's; null where NetGen did not do the work.</param>
/// <param name="Agrees">Whether that is no more than rounding in another order makes of it.</param>
/// <param name="Parts">Two numbers that explain the time, see <see cref="WorkerProcess.Parts"/>; null where nothing is explained.</param>
internal sealed record Result(
    Side Side, string Version, string Mode, IReadOnlyList<double> Rounds, double? Difference, bool Agrees,
    (double First, double Second)? Parts)
{
    public double Median => Statistics.Median(Rounds);

    public double Spread => Statistics.Spread(Rounds);

    /// <summary>How many times as long as another side: the median of the ratios of each round.</summary>
    public double RatioTo(Result other) => Statistics.Median(Rounds.Zip(other.Rounds, static (mine, others) => mine / others));
}
