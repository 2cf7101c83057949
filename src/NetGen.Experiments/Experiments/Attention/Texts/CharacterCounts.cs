namespace NetGen.Experiments.Attention;

/// <summary>
/// How often characters follow one another in a text, and what that knows of another: the mean of <c>-log₂ p</c>, with
/// <c>p = (count + 1) / (sum + characters)</c>, so that nothing is impossible (Laplace).
/// </summary>
internal static class CharacterCounts
{
    /// <summary>Bits of a character of a text, where each is as likely as in another text.</summary>
    public static double BitsAlone(ReadOnlySpan<int> counted, ReadOnlySpan<int> text) => Bits(counted, text, static _ => 0);

    /// <summary>The same, where each is as likely as behind the character before it.</summary>
    public static double BitsBehindAnother(ReadOnlySpan<int> counted, ReadOnlySpan<int> text) =>
        Bits(counted, text, static before => before);

    private static double Bits(ReadOnlySpan<int> counted, ReadOnlySpan<int> text, Func<int, int> context)
    {
        int[,] counts = new int[Characters.Count, Characters.Count];
        int[] sums = new int[Characters.Count];
        for (int place = 1; place < counted.Length; place++)
        {
            counts[context(counted[place - 1]), counted[place]]++;
            sums[context(counted[place - 1])]++;
        }

        double bits = 0;
        for (int place = 1; place < text.Length; place++)
        {
            int before = context(text[place - 1]);
            bits -= Math.Log2((counts[before, text[place]] + 1.0) / (sums[before] + Characters.Count));
        }

        return bits / (text.Length - 1);
    }
}
