using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Neighbouring groups of channels, over all positions of an example: one, or as many as have 64 channels together. What is known of each
/// lies in 64 places or fewer.
/// </summary>
/// <param name="positions">How many positions.</param>
/// <param name="stride">How far it is from one position to the next.</param>
/// <param name="size">The channels of a group.</param>
/// <param name="groups">How many groups.</param>
internal readonly struct GroupSpan(int positions, int stride, int size, int groups)
{
    /// <summary>How many channels are looked at together.</summary>
    public const int Strip = 64;

    public int Stride => stride;

    public int Size => size;

    public int Groups => groups;

    /// <summary>How many groups go together.</summary>
    public int Together => Math.Max(1, Strip / size);

    /// <summary>How many numbers a group has.</summary>
    public double Count => (double)positions * size;

    private int Channels => size * groups;

    /// <summary>The groups from one on that go together.</summary>
    public GroupSpan From(int group) => new(positions, stride, size, Math.Min(Together, groups - group));

    /// <summary>Two sums over each group: over its positions for each channel first, then over its channels.</summary>
    /// <param name="x">The first channel of the first position.</param>
    /// <param name="y">The same of what stands beside it.</param>
    /// <param name="centers">A number for each group that terms are measured from.</param>
    /// <param name="firsts">Receives the sum of each group.</param>
    /// <param name="seconds">Receives its second sum.</param>
    public void Sum<TTerm>(ref float x, ref float y, ReadOnlySpan<float> centers, Span<double> firsts, Span<double> seconds)
        where TTerm : struct, IRowTerm
    {
        Span<float> center = stackalloc float[Strip];
        Span<double> first = stackalloc double[Strip], second = stackalloc double[Strip];
        firsts[..groups].Clear();
        seconds[..groups].Clear();
        for (int start = 0; start < Channels; start += Strip)
        {
            int channels = Spread(centers, start, center);
            PositionSums<TTerm> work = new(
                positions, channels, stride, ref Unsafe.Add(ref x, start), ref Unsafe.Add(ref y, start), ref center[0], first, second);
            work.Run();
            for (int channel = 0; channel < channels; channel++)
            {
                firsts[(start + channel) / size] += first[channel];
                seconds[(start + channel) / size] += second[channel];
            }
        }
    }

    /// <summary>A formula of every number and of what is known of its group.</summary>
    public void Apply<TFormula>(
        ref float x, ref float y, ref float result, ReadOnlySpan<float> firsts, ReadOnlySpan<float> seconds, ReadOnlySpan<float> factors)
        where TFormula : struct, IGroupFormula
    {
        Span<float> first = stackalloc float[Strip], second = stackalloc float[Strip], factor = stackalloc float[Strip];
        for (int start = 0; start < Channels; start += Strip)
        {
            int channels = Spread(firsts, start, first);
            Spread(seconds, start, second);
            Spread(factors, start, factor);
            GroupRows<TFormula> work = new(
                positions, channels, stride, ref Unsafe.Add(ref x, start), ref Unsafe.Add(ref y, start), ref Unsafe.Add(ref result, start),
                first, second, factor);
            work.Run();
        }
    }

    /// <summary>
    /// The mean of a group, a float near it and the rest, and the factor on deviations from it, where sums leave the range of a float.
    /// </summary>
    public (float Center, float Remainder, float Factor) StandardizePrecisely(ref float x, int group, float epsilon)
    {
        double sum = 0, squares = 0;
        for (int position = 0; position < positions; position++)
        {
            foreach (float number in Row(ref x, group, position))
                sum += number;
        }

        double mean = sum / Count;
        for (int position = 0; position < positions; position++)
        {
            foreach (float number in Row(ref x, group, position))
                squares += (number - mean) * (number - mean);
        }

        float center = (float)mean;
        return (center, (float)(mean - center), (float)(1 / Math.Sqrt(squares / Count + epsilon)));
    }

    private ReadOnlySpan<float> Row(ref float x, int group, int position) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref x, (nint)position * stride + group * size), size);

    // What is known of groups, for each channel of a strip.
    private int Spread(ReadOnlySpan<float> known, int start, Span<float> strip)
    {
        int channels = Math.Min(Strip, Channels - start);
        for (int channel = 0; channel < channels; channel++)
            strip[channel] = known[(start + channel) / size];
        return channels;
    }
}
