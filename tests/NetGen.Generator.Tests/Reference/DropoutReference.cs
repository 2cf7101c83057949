namespace NetGen.Generator.Tests;

/// <summary>The factors of dropout, element by element, as the documentation of the numbers tells.</summary>
internal static class DropoutReference
{
    public static double[] Mask(int examples, DropoutMask mask, int seed, long step)
    {
        ulong key = SplitMix(SplitMix((ulong)seed) + (ulong)step);
        uint limit = (uint)(mask.Probability * 4294967296.0);
        return [.. Enumerable.Range(0, examples * (int)mask.Shape.Count).Select(place =>
            Hash(Hash((uint)place ^ (uint)key ^ Hash((uint)mask.Index)) ^ ((uint)(key >> 32) + (uint)mask.Index)) < limit
                ? 0.0
                : 1f / (1f - mask.Probability))];
    }

    private static ulong SplitMix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    private static uint Hash(uint x)
    {
        x = (x ^ (x >> 16)) * 0x7FEB352D;
        x = (x ^ (x >> 15)) * 0x846CA68B;
        return x ^ (x >> 16);
    }
}
