using System.Numerics.Tensors;

namespace NetGen;

/// <summary>Reads scores of classes: the outputs of a network that tells classes apart.</summary>
public static class Classes
{
    /// <summary>The class of the greatest score, the first of them where several are equal.</summary>
    /// <param name="scores">A score for each class, at least one.</param>
    /// <returns>Its index; -1 where a score is not a number.</returns>
    /// <exception cref="ArgumentException">There is no score.</exception>
    public static int Best(ReadOnlySpan<float> scores)
    {
        if (scores.IsEmpty)
            throw new ArgumentException("scores: expected at least one, got none.", nameof(scores));
        int best = 0;
        for (int other = 0; other < scores.Length; other++)
        {
            if (float.IsNaN(scores[other]))
                return -1;
            if (scores[other] > scores[best])
                best = other;
        }

        return best;
    }

    /// <summary>How many classes come before one in the order of scores; of equal scores the first comes first.</summary>
    /// <param name="scores">A score for each class.</param>
    /// <param name="label">The class.</param>
    /// <returns>From 0, for the greatest score; the number of classes where a score is not a number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static int Rank(ReadOnlySpan<float> scores, int label)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, scores.Length);
        int before = 0;
        for (int other = 0; other < scores.Length; other++)
        {
            if (float.IsNaN(scores[other]))
                return scores.Length;
            if (scores[other] > scores[label] || other < label && scores[other] == scores[label])
                before++;
        }

        return before;
    }

    /// <summary>
    /// The probabilities of classes: <c>softmax(y)_i = exp(y_i) / Σ exp(y_j)</c>, row by row, computed with the greatest score taken off so
    /// that nothing overflows.
    /// </summary>
    /// <param name="scores"><c>[rows, classes]</c>, row by row.</param>
    /// <param name="classes">How many classes there are, at least 1.</param>
    /// <param name="probabilities">Receives <c>[rows, classes]</c>; it may be the memory of the scores.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The scores are not whole rows, or there are not as many probabilities.</exception>
    public static void Softmax(ReadOnlySpan<float> scores, int classes, Span<float> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (scores.Length % classes != 0)
            throw new ArgumentException($"scores: expected rows of {classes}, got {scores.Length}.", nameof(scores));
        if (probabilities.Length != scores.Length)
        {
            throw new ArgumentException(
                $"probabilities: expected {scores.Length}, as many as scores, got {probabilities.Length}.", nameof(probabilities));
        }

        for (int start = 0; start < scores.Length; start += classes)
        {
            ReadOnlySpan<float> row = scores.Slice(start, classes);
            Span<float> result = probabilities.Slice(start, classes);
            TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), result);
            TensorPrimitives.Exp(result, result);
            TensorPrimitives.Divide(result, TensorPrimitives.Sum(result), result);
        }
    }
}
