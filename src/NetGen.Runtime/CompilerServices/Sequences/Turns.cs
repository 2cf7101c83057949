using System.Collections.Concurrent;

namespace NetGen.CompilerServices;

/// <summary>
/// The cosines and sines of the angles <c>t base^(-i exponent)</c>, for positions <c>t</c> and frequencies <c>i</c>. They are computed in
/// double by additions, multiplications and divisions alone, which every machine rounds alike, and kept.
/// </summary>
internal sealed class Turns
{
    private static readonly ConcurrentDictionary<(int Positions, int Count, double Exponent, float Base), Turns> Known = [];

    private readonly int count;
    private readonly float[] cosines;
    private readonly float[] sines;

    private Turns(int positions, int count, double exponent, float @base)
    {
        this.count = count;
        cosines = new float[positions * count];
        sines = new float[positions * count];
        for (int i = 0; i < count; i++)
        {
            double frequency = PortableMath.Exp(-i * exponent * PortableMath.Log(@base));
            for (int position = 0; position < positions; position++)
            {
                (double sine, double cosine) = PortableMath.SinCos(position * frequency);
                sines[position * count + i] = (float)sine;
                cosines[position * count + i] = (float)cosine;
            }
        }
    }

    /// <summary>The turns of some positions.</summary>
    public static Turns Of(int positions, int count, double exponent, float @base) => Known.GetOrAdd(
        (positions, count, exponent, @base), static key => new Turns(key.Positions, key.Count, key.Exponent, key.Base));

    /// <summary>The cosines of a position, by frequency.</summary>
    public ReadOnlySpan<float> Cosines(int position) => cosines.AsSpan(position * count, count);

    /// <summary>The sines of a position, by frequency.</summary>
    public ReadOnlySpan<float> Sines(int position) => sines.AsSpan(position * count, count);
}
