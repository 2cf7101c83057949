using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What becomes of a number, by what is known of its group.</summary>
internal interface IGroupFormula
{
    /// <summary>Its value.</summary>
    static abstract TVector Of<TSimd, TVector>(TVector x, TVector y, TVector first, TVector second, TVector factor)
        where TSimd : ISimd<TVector>
        where TVector : struct;
}

/// <summary>A formula of every number of neighbouring columns, over all positions of an example.</summary>
internal readonly ref struct GroupRows<TFormula>(
    int positions, int columns, int stride, ref float x, ref float y, ref float result,
    ReadOnlySpan<float> firsts, ReadOnlySpan<float> seconds, ReadOnlySpan<float> factors) : IVectorized
    where TFormula : struct, IGroupFormula
{
    private readonly ref float x = ref x;
    private readonly ref float y = ref y;
    private readonly ref float result = ref result;
    private readonly ReadOnlySpan<float> firsts = firsts;
    private readonly ReadOnlySpan<float> seconds = seconds;
    private readonly ReadOnlySpan<float> factors = factors;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
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
            TVector first = TSimd.Load(in firsts[column]), second = TSimd.Load(in seconds[column]), factor = TSimd.Load(in factors[column]);
            nint place = column;
            for (int position = 0; position < positions; position++, place += stride)
            {
                TVector value = TFormula.Of<TSimd, TVector>(
                    TSimd.Load(in Unsafe.Add(ref x, place)), TSimd.Load(in Unsafe.Add(ref y, place)), first, second, factor);
                TSimd.Store(value, ref Unsafe.Add(ref result, place));
            }
        }
    }
}
