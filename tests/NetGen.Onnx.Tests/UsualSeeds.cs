namespace NetGen.Generator.Tests;

/// <summary>The seeds that architectures are drawn from where no others are chosen.</summary>
internal static class UsualSeeds
{
    public static IEnumerable<int> All => Enumerable.Range(1, 40);
}
