using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What the random numbers of a training step follow from, as it lies in the scratch of the pass.</summary>
/// <param name="Low">Half of the key.</param>
/// <param name="High">The other half.</param>
/// <param name="IsOn">Whether there is any randomness: not where a network is evaluated.</param>
internal readonly record struct StepKey(uint Low, uint High, bool IsOn)
{
    /// <summary>No randomness.</summary>
    public static readonly StepKey Off;

    /// <summary>The key of a step: its seed and its number, mixed by SplitMix64 (Steele et al. 2014).</summary>
    public static StepKey Of(int seed, long step)
    {
        ulong bits = SeededRandom.Mix(SeededRandom.Mix((ulong)seed) + (ulong)step);
        return new StepKey((uint)bits, (uint)(bits >> 32), IsOn: true);
    }

    /// <summary>Reads a key.</summary>
    public static StepKey Read(ref readonly float place)
    {
        ref uint words = ref Unsafe.As<float, uint>(ref Unsafe.AsRef(in place));
        return new StepKey(words, Unsafe.Add(ref words, 1), Unsafe.Add(ref words, 2) != 0);
    }

    /// <summary>Writes the key.</summary>
    public void Write(ref float place)
    {
        ref uint words = ref Unsafe.As<float, uint>(ref place);
        words = Low;
        Unsafe.Add(ref words, 1) = High;
        Unsafe.Add(ref words, 2) = IsOn ? 1u : 0u;
    }
}
