using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The softmax of some rows of scores, <c>p = e / Σ e</c> with <c>e = exp(s - max(s))</c>, and its gradient. Sums go through 16 lanes.
/// What is done to each row is done to all before the next thing, so that sums across a vector wait for one another's rows only.
/// </summary>
internal static class Softmax
{
    /// <summary>Makes scores into weights.</summary>
    /// <param name="scores">The scores before they are scaled, in rows of whole lots of 16.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="scale">What they are multiplied by.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="first">How many of them count in the first row. In each further row it is one more, as far as there are.</param>
    /// <param name="end">How far rows are cleared behind.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<TSimd, TVector>(Matrix scores, int rows, float scale, int columns, int first, int end)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> lanes = stackalloc float[Lanes.Count];
        Span<float> numbers = stackalloc float[AttentionForward.Together];
        int whole = (columns + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        TVector nothing = TSimd.Create(float.NegativeInfinity), factor = TSimd.Create(scale);
        for (int row = 0; row < rows; row++)
        {
            ref float score = ref scores.At(row);
            int count = Math.Min(first + row, columns);
            for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
            {
                TVector greatest = nothing;
                int column = lane;
                for (; column + TSimd.Count <= count; column += Lanes.Count)
                    greatest = TSimd.Max(greatest, TSimd.Load(in Unsafe.Add(ref score, column)));
                for (; column < whole; column += Lanes.Count)
                {
                    ref float place = ref Unsafe.Add(ref score, column);
                    TVector value = TSimd.Select(TSimd.LessThan(TSimd.Indices, TSimd.Create(count - column)), TSimd.Load(in place), nothing);
                    TSimd.Store(value, ref place);
                    greatest = TSimd.Max(greatest, value);
                }

                TSimd.Store(greatest, ref lanes[lane]);
            }

            numbers[row] = Lanes.Greatest(lanes) * scale;
        }

        for (int row = 0; row < rows; row++)
        {
            ref float score = ref scores.At(row);
            TVector greatest = TSimd.Create(numbers[row]);
            for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
            {
                TVector sum = TSimd.Create(0f);
                for (int column = lane; column < whole; column += Lanes.Count)
                {
                    ref float place = ref Unsafe.Add(ref score, column);
                    TVector distance = TSimd.Subtract(TSimd.Multiply(TSimd.Load(in place), factor), greatest);
                    TVector value = Exp.Value<TSimd, TVector>(Exp.Clamp<TSimd, TVector>(distance, Exp.Domain));
                    TSimd.Store(value, ref place);
                    sum = TSimd.Add(sum, value);
                }

                TSimd.Store(sum, ref lanes[lane]);
            }

            numbers[row] = 1f / Lanes.Fold(lanes);
        }

        for (int row = 0; row < rows; row++)
        {
            ref float weight = ref scores.At(row);
            TVector inverse = TSimd.Create(numbers[row]);
            for (int column = 0; column < whole; column += TSimd.Count)
            {
                ref float place = ref Unsafe.Add(ref weight, column);
                TSimd.Store(TSimd.Multiply(TSimd.Load(in place), inverse), ref place);
            }

            for (int column = whole; column < end; column += TSimd.Count)
                TSimd.Store(TSimd.Create(0f), ref Unsafe.Add(ref weight, column));
        }
    }

    /// <summary>
    /// Makes the gradient with respect to weights into that with respect to scores before they are scaled,
    /// <c>ds = (p ⊙ (dp - Σ p ⊙ dp)) c</c> with the scale <c>c</c>.
    /// </summary>
    /// <param name="gradient">The gradient, in rows of whole lots of 16.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="columns">How many columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backpropagate<TSimd, TVector>(Matrix gradient, Matrix weights, int rows, float scale, int columns)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> lanes = stackalloc float[Lanes.Count];
        Span<float> sums = stackalloc float[AttentionForward.Together];
        int whole = (columns + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        TVector factor = TSimd.Create(scale);
        for (int row = 0; row < rows; row++)
        {
            ref float slope = ref gradient.At(row), weight = ref weights.At(row);
            for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
            {
                TVector sum = TSimd.Create(0f);
                int column = lane;
                for (; column + TSimd.Count <= columns; column += Lanes.Count)
                    sum = TSimd.FusedMultiplyAdd(TSimd.Load(in Unsafe.Add(ref weight, column)), TSimd.Load(in Unsafe.Add(ref slope, column)), sum);
                if (column < whole)
                {
                    // Behind the columns lies anything.
                    ref float place = ref Unsafe.Add(ref slope, column);
                    TVector value = Padding.Clear<TSimd, TVector>(TSimd.Load(in place), column, columns);
                    TSimd.Store(value, ref place);
                    sum = TSimd.FusedMultiplyAdd(TSimd.Load(in Unsafe.Add(ref weight, column)), value, sum);
                }

                TSimd.Store(sum, ref lanes[lane]);
            }

            sums[row] = Lanes.Fold(lanes);
        }

        for (int row = 0; row < rows; row++)
        {
            ref float slope = ref gradient.At(row), weight = ref weights.At(row);
            TVector sum = TSimd.Create(sums[row]);
            for (int column = 0; column < whole; column += TSimd.Count)
            {
                ref float place = ref Unsafe.Add(ref slope, column);
                TVector centered = TSimd.Subtract(TSimd.Load(in place), sum);
                TVector value = TSimd.Multiply(TSimd.Multiply(TSimd.Load(in Unsafe.Add(ref weight, column)), centered), factor);
                TSimd.Store(value, ref place);
            }
        }
    }
}
