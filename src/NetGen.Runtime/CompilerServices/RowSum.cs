using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Sums over the columns of a row, two at once. 1,024 columns go through 16 lanes of float (lane = column mod 16), folded 16, 8, 4, 2,
/// 1; such blocks add up in double.
/// </summary>
internal ref struct RowSum<TTerm>(ReadOnlySpan<float> x, ReadOnlySpan<float> y, float center) : IVectorized
    where TTerm : struct, IRowTerm
{
    private readonly ReadOnlySpan<float> x = x;
    private readonly ReadOnlySpan<float> y = y;
    private double first;
    private double second;

    /// <summary>The sums of a row's terms.</summary>
    /// <param name="x">The first of <paramref name="width"/> numbers.</param>
    /// <param name="y">The first of as many.</param>
    /// <param name="width">How many.</param>
    /// <param name="center">A number that terms are measured from.</param>
    public static (double First, double Second) Of(ref float x, ref float y, int width, float center = 0f)
    {
        RowSum<TTerm> work = new(MemoryMarshal.CreateReadOnlySpan(ref x, width), MemoryMarshal.CreateReadOnlySpan(ref y, width), center);
        work.Run();
        return (work.first, work.second);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector middle = TSimd.Create(center);
        for (int start = 0; start < x.Length; start += Lanes.BlockColumns)
        {
            int end = Math.Min(x.Length, start + Lanes.BlockColumns);
            if (TSimd.Count == Lanes.Count)
                AddWhole<TSimd, TVector>(start, end, middle);
            else
                AddParts<TSimd, TVector>(start, end, middle);
        }
    }

    // All lanes are one vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddWhole<TSimd, TVector>(int start, int end, TVector middle)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        (TVector firsts, TVector seconds) = Lane<TSimd, TVector>(start, end, middle);
        first += TSimd.Sum(firsts);
        if (TTerm.HasSecond)
            second += TSimd.Sum(seconds);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddParts<TSimd, TVector>(int start, int end, TVector middle)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> firstLanes = stackalloc float[Lanes.Count];
        Span<float> secondLanes = stackalloc float[Lanes.Count];
        for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
        {
            (TVector firsts, TVector seconds) = Lane<TSimd, TVector>(start + lane, end, middle);
            TSimd.Store(firsts, ref firstLanes[lane]);
            if (TTerm.HasSecond)
                TSimd.Store(seconds, ref secondLanes[lane]);
        }

        first += Lanes.Fold(firstLanes);
        if (TTerm.HasSecond)
            second += Lanes.Fold(secondLanes);
    }

    // Two sums in turn for the even and the odd lots of 16 would be faster for wide rows, but give other bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly (TVector Firsts, TVector Seconds) Lane<TSimd, TVector>(int column, int end, TVector middle)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        ref float left = ref MemoryMarshal.GetReference(x);
        ref float right = ref MemoryMarshal.GetReference(y);
        TVector firsts = TSimd.Create(0f), seconds = firsts;
        int whole = end - end % Lanes.Count;
        for (; column < whole; column += Lanes.Count)
        {
            (firsts, seconds) = TTerm.Add<TSimd, TVector>(
                firsts, seconds, TSimd.Load(in Unsafe.Add(ref left, column)), TSimd.Load(in Unsafe.Add(ref right, column)), middle);
        }

        if (column < end)
        {
            // Rows lie in multiples of 16 columns, so that a vector past the end reads padding, whose terms are zero.
            TVector inside = TSimd.LessThan(TSimd.Indices, TSimd.Create(end - column));
            (TVector allFirsts, TVector allSeconds) = TTerm.Add<TSimd, TVector>(
                firsts, seconds, TSimd.Load(in Unsafe.Add(ref left, column)), TSimd.Load(in Unsafe.Add(ref right, column)), middle);
            firsts = TSimd.Select(inside, allFirsts, firsts);
            seconds = TSimd.Select(inside, allSeconds, seconds);
        }

        return (firsts, seconds);
    }
}
