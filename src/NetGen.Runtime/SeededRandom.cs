using System.Numerics;

namespace NetGen;

/// <summary>
/// Pseudorandom numbers that are the same for a seed on every platform and version of .NET: xoshiro256** (Blackman and Vigna 2021),
/// its state filled from the seed by SplitMix64 (Steele et al. 2014). Not for secrets, and not for several threads at once.
/// </summary>
public sealed class SeededRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong[] state = new ulong[4];
    private double? nextNormal;

    /// <summary>Begins the sequence of a seed.</summary>
    /// <param name="seed">Any number; other seeds give unrelated sequences.</param>
    public SeededRandom(long seed)
    {
        ulong counter = (ulong)seed;
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = Mix(counter);
            counter += Golden;
        }
    }

    /// <summary>
    /// Begins the sequence of an epoch, which does not depend on what was drawn in those before it. Its seed is the number of index
    /// <paramref name="epoch"/>, <see cref="NextUInt64"/>, of the sequence of the whole seed.
    /// </summary>
    /// <param name="seed">The seed of all epochs.</param>
    /// <param name="epoch">Which one, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public static SeededRandom OfEpoch(long seed, int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        SeededRandom seeds = new(seed);
        for (int before = 0; before < epoch; before++)
            seeds.NextUInt64();
        return new SeededRandom((long)seeds.NextUInt64());
    }

    /// <summary>64 random bits: a step of xoshiro256**.</summary>
    [CLSCompliant(false)]
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(state[1] * 5, 7) * 9;
        ulong shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = BitOperations.RotateLeft(state[3], 45);
        return result;
    }

    /// <summary>
    /// A whole number below a limit, each equally likely, by multiplication with rejection (Lemire 2019) of the upper 32 bits.
    /// </summary>
    /// <param name="maxExclusive">The limit, at least 1.</param>
    /// <returns>A number from 0 to <paramref name="maxExclusive"/> - 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxExclusive"/> is below 1.</exception>
    public int NextInt32(int maxExclusive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxExclusive, 1);
        uint limit = (uint)maxExclusive;
        uint firstFair = (uint)((1UL << 32) % limit);
        ulong product;
        do
            product = (NextUInt64() >> 32) * limit;
        while ((uint)product < firstFair);
        return (int)(product >> 32);
    }

    /// <summary>A number from [0, 1): the upper 24 bits over 2²⁴.</summary>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <summary>
    /// A number from [<paramref name="min"/>, <paramref name="max"/>), uniformly; rounding may give <paramref name="max"/> itself.
    /// </summary>
    /// <param name="min">The lower end, finite.</param>
    /// <param name="max">The upper end, finite, not below <paramref name="min"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An end is not finite, or <paramref name="max"/> is below <paramref name="min"/>.
    /// </exception>
    public float NextSingle(float min, float max)
    {
        if (!float.IsFinite(min))
            throw new ArgumentOutOfRangeException(nameof(min), min, "Expected a finite number.");
        if (!float.IsFinite(max) || max < min)
            throw new ArgumentOutOfRangeException(nameof(max), max, $"Expected a finite number not below {nameof(min)}.");

        return (float)(min + ((double)max - min) * NextSingle());
    }

    /// <summary>
    /// A number from the normal distribution of mean 0 and variance 1, by the polar method (Marsaglia and Bray 1964) on the upper 53 bits.
    /// It makes two; the second is kept for the next call.
    /// </summary>
    public double NextNormal()
    {
        if (nextNormal is { } kept)
        {
            nextNormal = null;
            return kept;
        }

        double x, y, square;
        do
        {
            x = NextSigned();
            y = NextSigned();
            square = x * x + y * y;
        }
        while (square is 0 or >= 1);

        double factor = Math.Sqrt(-2 * PortableMath.Log(square) / square);
        nextNormal = y * factor;
        return x * factor;
    }

    /// <summary>Brings elements into random order, each order equally likely (Durstenfeld 1964).</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="values">The elements.</param>
    public void Shuffle<T>(Span<T> values)
    {
        for (int left = values.Length; left > 1; left--)
        {
            int chosen = NextInt32(left);
            (values[left - 1], values[chosen]) = (values[chosen], values[left - 1]);
        }
    }

    /// <summary>A step of SplitMix64: other numbers give unrelated ones.</summary>
    internal static ulong Mix(ulong counter)
    {
        counter += Golden;
        ulong mixed = (counter ^ (counter >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    private double NextSigned() => (NextUInt64() >> 11) * (2.0 / (1L << 53)) - 1;
}
