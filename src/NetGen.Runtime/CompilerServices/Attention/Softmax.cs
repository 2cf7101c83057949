using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The softmax of some rows of scores, <c>p = e (1 / Σ e)</c> with <c>e = exp(s - max(s))</c>, and its gradient. Sums go through 16 lanes.
/// Each step is done to all rows before the next one: within a row everything waits for what is before, and a processor looks ahead only as
/// far as a few short steps.
/// </summary>
internal static class Softmax
{
    /// <summary>The most rows.</summary>
    public const int MostRows = 16;

    /// <summary>Makes scores into weights.</summary>
    /// <param name="scores">The scores before they are scaled, in rows of whole lots of 16.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="scale">What they are multiplied by.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="first">How many of them count in the first row. In each further row it is one more, as far as there are.</param>
    /// <param name="end">Up to which column the weights behind become 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<TSimd, TVector>(Matrix scores, int rows, float scale, int columns, int first, int end)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> lanes = stackalloc float[Lanes.Count], numbers = stackalloc float[MostRows];
        int whole = Lanes.Whole(columns);
        for (int row = 0; row < rows; row++)
            numbers[row] = Greatest<TSimd, TVector>(ref scores.At(row), Math.Min(first + row, columns), whole) * scale;
        for (int row = 0; row < rows; row++)
            Exponentials<TSimd, TVector>(ref scores.At(row), whole, scale, numbers[row]);
        for (int row = 0; row < rows; row++)
            numbers[row] = 1f / Lanes.Sum<TSimd, TVector, Row>(new Row(ref scores.At(row), whole), lanes);

        for (int row = 0; row < rows; row++)
        {
            ref float weights = ref scores.At(row);
            TVector inverse = TSimd.Create(numbers[row]);
            nint column = 0;
            for (; column < whole; column += TSimd.Count)
            {
                ref float place = ref Unsafe.Add(ref weights, column);
                TSimd.Store(TSimd.Multiply(TSimd.Load(in place), inverse), ref place);
            }

            for (; column < end; column += TSimd.Count)
                TSimd.Store(TSimd.Create(0f), ref Unsafe.Add(ref weights, column));
        }
    }

    /// <summary>
    /// Makes the gradient with respect to weights into that with respect to scores before they are scaled,
    /// <c>ds = (p ⊙ (dp - Σ p ⊙ dp)) c</c> with the scale <c>c</c>.
    /// </summary>
    /// <param name="gradient">The gradient, in rows of whole lots of 16.</param>
    /// <param name="weights">The weights, which are 0 behind the columns.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="columns">How many columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backpropagate<TSimd, TVector>(Matrix gradient, Matrix weights, int rows, float scale, int columns)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> lanes = stackalloc float[Lanes.Count], sums = stackalloc float[MostRows];
        int whole = Lanes.Whole(columns);
        for (int row = 0; row < rows; row++)
        {
            Products products = new(ref weights.At(row), ref gradient.At(row), columns, whole);
            sums[row] = Lanes.Sum<TSimd, TVector, Products>(products, lanes);
        }

        TVector factor = TSimd.Create(scale);
        for (int row = 0; row < rows; row++)
        {
            ref float slopes = ref gradient.At(row), weight = ref weights.At(row);
            TVector sum = TSimd.Create(sums[row]);
            for (nint column = 0; column < whole; column += TSimd.Count)
            {
                ref float place = ref Unsafe.Add(ref slopes, column);
                TVector product = TSimd.Multiply(TSimd.Load(in Unsafe.Add(ref weight, column)), TSimd.Subtract(TSimd.Load(in place), sum));
                TSimd.Store(TSimd.Multiply(product, factor), ref place);
            }
        }
    }

    // What does not count becomes as small as can be, and its exponential 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Greatest<TSimd, TVector>(ref float scores, int count, int whole)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector nothing = TSimd.Create(float.NegativeInfinity), greatest = nothing;
        nint column = 0;
        for (; column + TSimd.Count <= count; column += TSimd.Count)
            greatest = TSimd.Max(greatest, TSimd.Load(in Unsafe.Add(ref scores, column)));
        for (; column < whole; column += TSimd.Count)
        {
            ref float place = ref Unsafe.Add(ref scores, column);
            TVector counts = TSimd.LessThan(TSimd.Indices, TSimd.Create((int)(count - column)));
            TVector value = TSimd.Select(counts, TSimd.Load(in place), nothing);
            TSimd.Store(value, ref place);
            greatest = TSimd.Max(greatest, value);
        }

        return TSimd.Greatest(greatest);
    }

    // Scores become e.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Exponentials<TSimd, TVector>(ref float scores, int columns, float scale, float greatest)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector factor = TSimd.Create(scale), most = TSimd.Create(greatest);
        for (nint column = 0; column < columns; column += TSimd.Count)
        {
            ref float place = ref Unsafe.Add(ref scores, column);
            TVector distance = TSimd.Subtract(TSimd.Multiply(TSimd.Load(in place), factor), most);
            TSimd.Store(Exp.Value<TSimd, TVector>(Exp.Clamp<TSimd, TVector>(distance, Exp.Domain)), ref place);
        }
    }

    private readonly ref struct Row(ref float numbers, int columns) : ILanes
    {
        private readonly ref float numbers = ref numbers;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Lane<TSimd, TVector>(int lane)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector sum = TSimd.Create(0f);
            for (nint column = lane; column < columns; column += Lanes.Count)
                sum = TSimd.Add(sum, TSimd.Load(in Unsafe.Add(ref numbers, column)));
            return sum;
        }
    }

    // p ⊙ dp. What lies behind the columns of dp, which may be anything, becomes 0.
    private readonly ref struct Products(ref float weights, ref float gradient, int columns, int whole) : ILanes
    {
        private readonly ref float weights = ref weights, gradient = ref gradient;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Lane<TSimd, TVector>(int lane)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector sum = TSimd.Create(0f);
            nint column = lane;
            for (; column + TSimd.Count <= columns; column += Lanes.Count)
            {
                sum = TSimd.FusedMultiplyAdd(
                    TSimd.Load(in Unsafe.Add(ref weights, column)), TSimd.Load(in Unsafe.Add(ref gradient, column)), sum);
            }

            if (column < whole)
            {
                ref float place = ref Unsafe.Add(ref gradient, column);
                TVector value = Padding.Clear<TSimd, TVector>(TSimd.Load(in place), column, columns);
                TSimd.Store(value, ref place);
                sum = TSimd.FusedMultiplyAdd(TSimd.Load(in Unsafe.Add(ref weights, column)), value, sum);
            }

            return sum;
        }
    }
}
