using System.Numerics.Tensors;
using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Attention;

/// <summary>How the positions of an example differ, as the mean over examples. Not a number where there are no two positions.</summary>
/// <param name="Likeness">The mean cosine between two of them, 1 where all point the same way.</param>
/// <param name="Rank">In how many directions they differ, as <see cref="InputSimilarity.EffectiveRank"/> has it.</param>
internal readonly record struct PositionSpread(double Likeness, double Rank)
{
    /// <param name="rows">Vectors, position by position of one example after the other: <c>[examples · positions, width]</c>.</param>
    /// <param name="positions">How many positions an example has.</param>
    public static PositionSpread Of(in ReadOnlyTensorSpan<float> rows, int positions)
    {
        if (positions < 2)
            return new PositionSpread(double.NaN, double.NaN);

        int width = (int)rows.Lengths[1];
        float[] values = new TensorRows(rows).ToArray();
        int examples = values.Length / (positions * width);
        double likeness = 0;
        double rank = 0;
        for (int example = 0; example < examples; example++)
        {
            ReadOnlySpan<float> own = values.AsSpan(example * positions * width, positions * width);
            likeness += InputSimilarity.MeanCosine(own, width);
            rank += InputSimilarity.EffectiveRank(own, width);
        }

        return new PositionSpread(likeness / examples, rank / examples);
    }
}
