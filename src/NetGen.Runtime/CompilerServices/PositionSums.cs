using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Sums over the positions of an example, for neighbouring columns. Blocks of 64 positions are chains of floats, which add up in double, in
/// the order of the positions.
/// </summary>
/// <param name="positions">How many positions.</param>
/// <param name="columns">How many columns.</param>
/// <param name="stride">How far it is from one position to the next.</param>
/// <param name="x">The first column of the first position.</param>
/// <param name="y">The same of what stands beside it.</param>
/// <param name="centers">A number for each column that terms are measured from.</param>
/// <param name="firsts">Receives the sum of each column.</param>
/// <param name="seconds">Receives its second sum.</param>
internal readonly ref struct PositionSums<TTerm>(
    int positions, int columns, int stride, ref float x, ref float y, ref float centers, Span<double> firsts, Span<double> seconds)
    : IVectorized
    where TTerm : struct, IRowTerm
{
    private readonly ref float x = ref x;
    private readonly ref float y = ref y;
    private readonly ref float centers = ref centers;
    private readonly Span<double> firsts = firsts;
    private readonly Span<double> seconds = seconds;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        firsts[..columns].Clear();
        seconds[..columns].Clear();
        int whole = columns - columns % TSimd.Count;
        Columns<TSimd, TVector>(0, whole);
        Columns<Simd32, float>(whole, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Columns<TSimd, TVector>(int start, int end)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        for (int column = start; column < end; column += TSimd.Count)
        {
            TVector center = TSimd.Load(in Unsafe.Add(ref centers, column));
            nint place = column;
            for (int block = 0; block < positions; block += Sums.BlockRows)
            {
                TVector first = TSimd.Create(0f), second = first;
                for (int last = Math.Min(positions, block + Sums.BlockRows), row = block; row < last; row++, place += stride)
                {
                    (first, second) = TTerm.Add<TSimd, TVector>(
                        first, second, TSimd.Load(in Unsafe.Add(ref x, place)), TSimd.Load(in Unsafe.Add(ref y, place)), center);
                }

                TSimd.AddTo(ref firsts[column], first);
                if (TTerm.HasSecond)
                    TSimd.AddTo(ref seconds[column], second);
            }
        }
    }
}
