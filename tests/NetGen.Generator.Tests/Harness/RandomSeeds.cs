using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>
/// The seeds that random tests draw from. The environment variable <c>NETGEN_SEEDS</c> chooses others: <c>NETGEN_SEEDS=17</c> replays one,
/// <c>NETGEN_SEEDS=1000-1999</c> looks at a thousand new ones. A filter leaves the other tests out.
/// </summary>
internal static class RandomSeeds
{
    private const string Variable = "NETGEN_SEEDS";

    /// <summary>The chosen seeds, or else the usual ones.</summary>
    public static IEnumerable<int> Or(IEnumerable<int> usual)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } range)
            return usual;
        int[] ends = [.. range.Split('-').Select(static end => int.Parse(end, CultureInfo.InvariantCulture))];
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    /// <summary>How to see again what failed, in the test project that this is compiled into.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="tests">A part of the names of the tests that draw from it.</param>
    public static string Replay(int seed, string tests) =>
        $"Seed {seed}; {Variable}={seed} dotnet test tests/{typeof(RandomSeeds).Assembly.GetName().Name} -c Release --filter {tests} "
        + "replays it:";
}
