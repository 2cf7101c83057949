using NetGen.Generator.Model;

namespace NetGen.Generator.Judging;

/// <summary>
/// The slope of LeakyReLUs that keeps inputs apart up to the output of a plain network: the deeper it is, the nearer to 1, where the
/// network would be linear (Zhang et al. 2022; Martens et al. 2021).
/// </summary>
internal static class LeakySlope
{
    /// <summary>The greatest cosine between two inputs at the output that is asked for.</summary>
    public const double Target = 0.9;

    /// <summary>The least slope, in hundredths, with which a cosine is reached, or null where none below 1 does.</summary>
    /// <param name="mended">What becomes of the network with a slope.</param>
    /// <param name="target">The cosine.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static float? Solve(Func<float, NetworkSpec> mended, double target, CancellationToken cancellation)
    {
        // With more slope the cosine falls, so that halves of the range are ruled out: 7 trials.
        (int tooSmall, int enough) = (0, 100);
        while (enough - tooSmall > 1)
        {
            int middle = (tooSmall + enough) / 2;
            bool isEnough = ExpectedNetwork.Of(mended(middle / 100f), cancellation).LastCosine?.Value <= target;
            (tooSmall, enough) = isEnough ? (tooSmall, middle) : (middle, enough);
        }

        return enough < 100 ? enough / 100f : null;
    }

    /// <summary>
    /// The factor on starting weights with which LeakyReLUs keep the size of a signal, rounded: <c>E[f(z)²] = (1 + a²)/2 E[z²]</c>, so that
    /// the variance of a weight is to be <c>2/((1 + a²) fan_in)</c> (He et al. 2015).
    /// </summary>
    /// <param name="slope">The slope <c>a</c>.</param>
    /// <param name="init">
    /// How weights start. All but Kaiming's have a variance of 1/fan_in where there are as many outputs as inputs; what that makes of
    /// others is seen in the trial.
    /// </param>
    public static float InitScale(float slope, Init init)
    {
        double square = init is Init.KaimingNormal or Init.KaimingUniform ? 1 : 2;
        return (float)Math.Round(Math.Sqrt(square / (1 + (double)slope * slope)), 4);
    }
}
