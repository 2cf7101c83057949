using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// The share of the variance that a reconstruction misses, <c>1 - R²</c>: 0 for an exact one, 1 for always answering with the mean.
/// </summary>
internal static class Unexplained
{
    /// <summary>Over rows and columns; every column has a mean of its own.</summary>
    /// <param name="truth">Rows, one after another.</param>
    /// <param name="answer">What was made of them.</param>
    /// <param name="width">The length of a row.</param>
    public static double Share(ReadOnlySpan<float> truth, ReadOnlySpan<float> answer, int width)
    {
        double missed = 0;
        for (int i = 0; i < truth.Length; i++)
            missed += Square((double)truth[i] - answer[i]);

        double variance = UnitSpread.StdBetweenRows(truth, width);
        return missed / (variance * variance * truth.Length);
    }

    private static double Square(double value) => value * value;
}
