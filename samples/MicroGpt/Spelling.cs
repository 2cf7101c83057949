using NetGen;

namespace MicroGpt;

/// <summary>Words as tokens: <c>a</c> is 0, <c>z</c> is 25, and 26 begins and ends a word.</summary>
internal static class Spelling
{
    public const int Mark = 26;

    /// <summary>Spells a word, or its beginning: at every position a token, and the one that comes next; behind its end none.</summary>
    /// <returns>How many positions it takes.</returns>
    public static int Spell(string word, Span<int> tokens, Span<int> next)
    {
        next.Fill(SoftmaxCrossEntropy.NoLabel);
        tokens[0] = Mark;
        for (int i = 0; i < word.Length && i < next.Length; i++)
        {
            next[i] = word[i] - 'a';
            if (i + 1 < tokens.Length)
                tokens[i + 1] = next[i];
        }

        if (word.Length < next.Length)
            next[word.Length] = Mark;
        return Math.Min(word.Length + 1, tokens.Length);
    }

    public static string Read(ReadOnlySpan<int> tokens) =>
        string.Create(tokens.Length, tokens, static (letters, tokens) =>
        {
            for (int i = 0; i < letters.Length; i++)
                letters[i] = (char)('a' + tokens[i]);
        });
}
