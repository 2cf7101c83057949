namespace NetGen;

/// <summary>
/// Chooses tokens by their scores: token <c>i</c> with the probability <c>exp(y_i / T) / Σ exp(y_j / T)</c>, among the <c>k</c> that have
/// the greatest scores (Fan et al. 2018). Sums are in double and by an exponential function that has the same bits everywhere.
/// </summary>
internal sealed class TokenChoice(Sampling sampling, int vocabulary)
{
    // Beyond it a probability is nothing beside that of the greatest score.
    private const double Least = -700;

    private readonly SeededRandom random = new(sampling.Seed);
    private readonly int[] order = new int[vocabulary];
    private readonly double[] sums = new double[vocabulary];
    private readonly float[] sorted = new float[sampling.TopK is null ? 0 : vocabulary];

    /// <summary>The next token.</summary>
    /// <param name="scores">A score for every token.</param>
    /// <exception cref="InvalidOperationException">No score is a number.</exception>
    public int Next(ReadOnlySpan<float> scores)
    {
        int greatest = Greatest(scores);
        if (sampling.Temperature == 0)
            return greatest;

        int count = Order(scores);
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            double exponent = ((double)scores[order[i]] - scores[greatest]) / sampling.Temperature;
            sum += exponent > Least ? PortableMath.Exp(exponent) : 0;
            sums[i] = sum;
        }

        double drawn = random.NextSingle() * sum;
        int chosen = 0;
        while (chosen < count - 1 && sums[chosen] <= drawn)
            chosen++;
        return order[chosen];
    }

    private static int Greatest(ReadOnlySpan<float> scores)
    {
        int greatest = -1;
        for (int token = 0; token < scores.Length; token++)
        {
            if (!float.IsNaN(scores[token]) && (greatest < 0 || scores[token] > scores[greatest]))
                greatest = token;
        }

        return greatest >= 0 && float.IsFinite(scores[greatest])
            ? greatest
            : throw new InvalidOperationException("Expected finite scores of tokens, got none: the network's parameters are not finite.");
    }

    // The tokens to choose from, in the order of their numbers.
    private int Order(ReadOnlySpan<float> scores)
    {
        float least = float.NegativeInfinity;
        int equal = scores.Length;
        if (sampling.TopK is int most && most < scores.Length)
        {
            scores.CopyTo(sorted);
            sorted.AsSpan().Sort();
            least = sorted[^most];
            equal = most - (sorted.Length - sorted.AsSpan().LastIndexOf(least) - 1);
        }

        int count = 0;
        for (int token = 0; token < scores.Length; token++)
        {
            if (scores[token] > least || scores[token] == least && equal-- > 0)
                order[count++] = token;
        }

        return count;
    }
}
