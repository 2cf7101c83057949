using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What a forward pass is for, and what its random numbers follow from, as it lies in the scratch of the pass.</summary>
/// <param name="Low">Half of the key.</param>
/// <param name="High">The other half.</param>
/// <param name="Kind">What the pass is for.</param>
internal readonly record struct StepKey(uint Low, uint High, PassKind Kind)
{
    /// <summary>No randomness, and no statistics of the batch.</summary>
    public static readonly StepKey Evaluation;

    /// <summary>Whether the network trains, or is looked at as it would: with dropout, and with statistics of the batch.</summary>
    public bool IsOn => Kind != PassKind.Evaluation;

    /// <summary>The key of a step: its seed and its number, mixed by SplitMix64 (Steele et al. 2014).</summary>
    public static StepKey Of(int seed, long step, PassKind kind)
    {
        ulong bits = SeededRandom.Mix(SeededRandom.Mix((ulong)seed) + (ulong)step);
        return new StepKey((uint)bits, (uint)(bits >> 32), kind);
    }

    /// <summary>Reads a key.</summary>
    public static StepKey Read(ref readonly float place)
    {
        ref uint words = ref Unsafe.As<float, uint>(ref Unsafe.AsRef(in place));
        return new StepKey(words, Unsafe.Add(ref words, 1), (PassKind)Unsafe.Add(ref words, 2));
    }

    /// <summary>Writes the key.</summary>
    public void Write(ref float place)
    {
        ref uint words = ref Unsafe.As<float, uint>(ref place);
        words = Low;
        Unsafe.Add(ref words, 1) = High;
        Unsafe.Add(ref words, 2) = (uint)Kind;
    }
}

/// <summary>What a forward pass is for.</summary>
internal enum PassKind : uint
{
    /// <summary>Outputs alone.</summary>
    Evaluation,

    /// <summary>A look at what a step would do: nothing that stays is written.</summary>
    Inspection,

    /// <summary>A step.</summary>
    Step,
}
