using System.Buffers;

namespace MicroGpt;

/// <summary>The words to learn from, in lower case and each once.</summary>
/// <param name="All">The words of the letters a to z.</param>
/// <param name="LeftOut">How many words have other letters.</param>
internal sealed record Words(IReadOnlyList<string> All, int LeftOut)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <summary>The first names that come with the program.</summary>
    public static Words Names()
    {
        using StreamReader reader = new(typeof(Words).Assembly.GetManifestResourceStream("names.txt")!);
        return Of(reader.ReadToEnd().Split('\n'));
    }

    /// <summary>Reads a file with a word on every line.</summary>
    public static Words Read(string path) => Of(File.ReadLines(path));

    /// <summary>All words, again and again, in an order that chance chooses once.</summary>
    public IEnumerable<string> InTurn(int seed)
    {
        string[] shuffled = [.. All];
        new Random(seed).Shuffle(shuffled);
        while (true)
        {
            foreach (string word in shuffled)
                yield return word;
        }
    }

    private static Words Of(IEnumerable<string> lines)
    {
        ILookup<bool, string> words = lines
            .Select(static line => line.Trim().ToLowerInvariant())
            .Where(static line => line.Length > 0)
            .Distinct()
            .ToLookup(static word => word.AsSpan().IndexOfAnyExcept(Letters) < 0);
        return new Words([.. words[true]], words[false].Count());
    }
}
