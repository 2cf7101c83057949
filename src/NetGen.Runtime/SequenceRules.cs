namespace NetGen;

/// <summary>What is asked of tokens, and of the lengths of sequences.</summary>
internal static class SequenceRules
{
    /// <exception cref="ArgumentException">
    /// There are floats for tokens or tokens for floats, there is not a length for each sequence, or there are lengths of what is no
    /// sequence.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary, or a length not from 1 to all.</exception>
    public static void Check(NetworkInfo network, in Inputs inputs)
    {
        if (network.Vocabulary is int vocabulary)
            CheckTokens(network, inputs, vocabulary);
        else if (inputs.AreTokens)
            throw new ArgumentException($"inputs: expected floats for {network.Name}, got {inputs.Count} tokens.", nameof(inputs));

        if (!inputs.Lengths.IsEmpty)
            CheckLengths(network, inputs);
    }

    private static void CheckTokens(NetworkInfo network, in Inputs inputs, int vocabulary)
    {
        if (!inputs.AreTokens)
        {
            throw new ArgumentException(
                $"inputs: expected tokens for {network.Name}, an int[] or a ReadOnlySpan<int>, got {inputs.Count} floats.", nameof(inputs));
        }

        if (inputs.Tokens.IndexOfAnyExceptInRange(0, vocabulary - 1) is >= 0 and int wrong)
        {
            (int row, int position) = Math.DivRem(wrong, network.InputLength);
            throw new ArgumentOutOfRangeException(
                nameof(inputs), inputs.Tokens[wrong], FormattableString.Invariant(
                    $"inputs: expected tokens from 0 to {vocabulary - 1}, got {inputs.Tokens[wrong]} in row {row}, position {position} ")
                + "(counted from 0).");
        }
    }

    private static void CheckLengths(NetworkInfo network, in Inputs inputs)
    {
        if (!network.TakesSequences)
            throw new ArgumentException($"lengths: expected none, since {network.Name} takes no sequences, got some.", nameof(inputs));
        int rows = inputs.Count / network.InputLength;
        if (inputs.Lengths.Length != rows)
            throw new ArgumentException($"lengths: expected {rows}, one for each row, got {inputs.Lengths.Length}.", nameof(inputs));
        if (inputs.Lengths.IndexOfAnyExceptInRange(1, network.InputPositions) is >= 0 and int wrong)
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputs), inputs.Lengths[wrong], FormattableString.Invariant(
                    $"lengths: expected 1 to {network.InputPositions}, got {inputs.Lengths[wrong]} in row {wrong} (counted from 0)."));
        }
    }
}
