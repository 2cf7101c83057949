using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// What norms need to know of a row. Sums go through 16 lanes (lane = column mod 16), folded 16, 8, 4, 2, 1, so that they do not depend on the hardware.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Normalization
{
    /// <summary><c>1 / sqrt(mean(x²) + ε)</c>.</summary>
    /// <param name="row">The first of <paramref name="width"/> numbers <c>x</c>.</param>
    /// <param name="width">How many.</param>
    /// <param name="epsilon">The <c>ε</c>.</param>
    public static float InverseRms(ref float row, int width, float epsilon) => 1f / MathF.Sqrt(MeanProduct(ref row, ref row, width) + epsilon);

    /// <summary>The mean.</summary>
    /// <param name="row">The first of <paramref name="width"/> numbers.</param>
    /// <param name="width">How many.</param>
    public static float Mean(ref float row, int width) => RowSum<Itself>.Of(ref row, ref row, width) / width;

    /// <summary><c>1 / sqrt(mean((x - μ)²) + ε)</c>.</summary>
    /// <param name="row">The first of <paramref name="width"/> numbers <c>x</c>.</param>
    /// <param name="width">How many.</param>
    /// <param name="mean">Their mean <c>μ</c>.</param>
    /// <param name="epsilon">The <c>ε</c>.</param>
    public static float InverseDeviation(ref float row, int width, float mean, float epsilon) =>
        1f / MathF.Sqrt(RowSum<SquaredDifference>.Of(ref row, ref row, width, mean) / width + epsilon);

    /// <summary>The mean of <c>x ⊙ y</c>.</summary>
    /// <param name="x">The first of <paramref name="width"/> numbers.</param>
    /// <param name="y">The first of as many.</param>
    /// <param name="width">How many.</param>
    public static float MeanProduct(ref float x, ref float y, int width) => RowSum<Product>.Of(ref x, ref y, width) / width;

    private interface ITerm
    {
        static abstract TVector Add<TSimd, TVector>(TVector sum, TVector x, TVector y, TVector center)
            where TSimd : ISimd<TVector>
            where TVector : struct;
    }

    private readonly struct Itself : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Add<TSimd, TVector>(TVector sum, TVector x, TVector y, TVector center)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.Add(sum, x);
    }

    private readonly struct SquaredDifference : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Add<TSimd, TVector>(TVector sum, TVector x, TVector y, TVector center)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector difference = TSimd.Subtract(x, center);
            return TSimd.FusedMultiplyAdd(difference, difference, sum);
        }
    }

    private readonly struct Product : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Add<TSimd, TVector>(TVector sum, TVector x, TVector y, TVector center)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.FusedMultiplyAdd(x, y, sum);
    }

    // Two sums in turn for the even and the odd lots of 16 would be faster for wide rows, and other bits.
    private ref struct RowSum<TTerm>(ReadOnlySpan<float> x, ReadOnlySpan<float> y, float center) : IVectorized
        where TTerm : struct, ITerm
    {
        private readonly ReadOnlySpan<float> x = x;
        private readonly ReadOnlySpan<float> y = y;
        private float sum;

        public static float Of(ref float x, ref float y, int width, float center = 0f)
        {
            RowSum<TTerm> work = new(MemoryMarshal.CreateReadOnlySpan(ref x, width), MemoryMarshal.CreateReadOnlySpan(ref y, width), center);
            work.Run();
            return work.sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = x.Length - x.Length % Lanes.Count;
            TVector middle = TSimd.Create(center);
            TVector zero = TSimd.Create(0f);
            ref float left = ref MemoryMarshal.GetReference(x);
            ref float right = ref MemoryMarshal.GetReference(y);
            Span<float> lanes = stackalloc float[Lanes.Count];
            for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
            {
                TVector terms = zero;
                for (int column = lane; column < whole; column += Lanes.Count)
                    terms = TTerm.Add<TSimd, TVector>(terms, TSimd.Load(in Unsafe.Add(ref left, column)), TSimd.Load(in Unsafe.Add(ref right, column)), middle);
                if (whole + lane < x.Length)
                {
                    // Rows lie in whole panels, so that a vector past the end reads padding, which counts for nothing.
                    TVector inside = TSimd.LessThan(TSimd.Indices, TSimd.Create(x.Length - whole - lane));
                    TVector all = TTerm.Add<TSimd, TVector>(
                        terms, TSimd.Load(in Unsafe.Add(ref left, whole + lane)), TSimd.Load(in Unsafe.Add(ref right, whole + lane)), middle);
                    terms = TSimd.Select(inside, all, terms);
                }

                TSimd.Store(terms, ref lanes[lane]);
            }

            sum = Lanes.Fold(lanes);
        }
    }
}
