using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Weights <c>W = g V / |V|</c>, output by output (Salimans and Kingma 2016). A product multiplies by <c>V</c>, and its outputs are
/// multiplied by what is here: scales, <c>g / |V|</c>, and behind those <c>1 / |V|</c>, both 0 where <c>V</c> is. What there is once for a
/// batch is computed by the thread that has the first row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightNorm
{
    private const int Panel = Layout.PanelWidth;

    /// <summary>The scales, from sums of squares that are made as all sums over rows are: the weights of an output are a column.</summary>
    /// <param name="rows">The rows of this thread.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="fanIn">How many weights each has.</param>
    /// <param name="p">The slab of parameters.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="weight">Where <c>V</c> lies.</param>
    /// <param name="gain">Where <c>g</c> lies.</param>
    /// <param name="to">Where the scales go.</param>
    /// <param name="copy">Where a copy of <c>V</c> goes, below 0 as all that there is once for a batch, or 0 for none.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Scales(
        RowRange rows, int outputs, int fanIn, ref float p, ref float a, nint weight, nint gain, nint to, nint copy = 0)
    {
        if (rows is not { First: 0, End: > 0 })
            return;

        int panels = Layout.Panels(outputs);
        ref float scales = ref Unsafe.Add(ref a, to);
        ref float inverses = ref Unsafe.Add(ref scales, panels * Panel);
        for (int panel = 0; panel < panels; panel++)
            Sums.Squares(ref Unsafe.Add(ref p, weight + panel * fanIn * Panel), fanIn, ref Unsafe.Add(ref inverses, panel * Panel));
        for (int output = 0; output < panels * Panel; output++)
        {
            ref float inverse = ref Unsafe.Add(ref inverses, output);
            double length = Math.Sqrt(inverse);
            Unsafe.Add(ref scales, output) = length > 0 && output < outputs ? (float)(Unsafe.Add(ref p, gain + output) / length) : 0f;
            inverse = length > 0 ? (float)(1 / length) : 0f;
        }

        if (copy < 0)
        {
            int length = panels * fanIn * Panel;
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref p, weight), length)
                .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref a, copy), length));
        }
    }

    /// <summary>The gradient of <c>g</c>: <c>Σ dy ⊙ z / |V|</c>.</summary>
    /// <param name="rows">All rows of a batch.</param>
    /// <param name="outputs">Their length.</param>
    /// <param name="s">The scratch, as long as a row.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where <c>dy</c> lies.</param>
    /// <param name="z">Where the product lies, before it is scaled.</param>
    /// <param name="scales">Where the scales lie.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the gradient goes.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void GainGradient(
        RowRange rows, int outputs, ref float s, ref float a, nint from, nint z, nint scales, ref float g, nint to, bool add = false)
    {
        Sums.Products(rows, outputs, ref a, from, z, ref s, 0);
        nint inverses = scales + Layout.Panels(outputs) * Panel;
        for (int output = 0; output < outputs; output++)
        {
            ref float gradient = ref Unsafe.Add(ref g, to + output);
            gradient = Simd32.FusedMultiplyAdd(Unsafe.Add(ref a, inverses + output), Unsafe.Add(ref s, output), add ? gradient : 0f);
        }
    }

    /// <summary>What of the gradient of <c>V</c> comes through its length: <c>-g V / |V|³ Σ dy ⊙ z</c>.</summary>
    /// <param name="rows">All rows of a batch.</param>
    /// <param name="outputs">Their length.</param>
    /// <param name="fanIn">How many weights each output has.</param>
    /// <param name="s">The scratch, as long as a row.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where <c>dy</c> lies.</param>
    /// <param name="z">Where the product lies, before it is scaled.</param>
    /// <param name="scales">Where the scales lie.</param>
    /// <param name="copy">Where a copy of <c>V</c> lies.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the gradient goes.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void LengthGradient(
        RowRange rows, int outputs, int fanIn, ref float s, ref float a, nint from, nint z, nint scales, nint copy,
        ref float g, nint to, bool add = false)
    {
        Sums.Products(rows, outputs, ref a, from, z, ref s, 0);
        int panels = Layout.Panels(outputs);
        ref float inverses = ref Unsafe.Add(ref a, scales + panels * Panel);
        for (int output = 0; output < panels * Panel; output++)
        {
            float inverse = Unsafe.Add(ref inverses, output);
            ref float factor = ref Unsafe.Add(ref s, output);
            factor = output < outputs ? -(factor * Unsafe.Add(ref a, scales + output) * inverse * inverse) : 0f;
        }

        if (!add)
            Sums.Clear(ref g, to, panels * fanIn * Panel);
        for (int panel = 0; panel < panels; panel++)
        {
            int start = panel * fanIn * Panel;
            ScaledRows work = new(
                fanIn, ref Unsafe.Add(ref s, panel * Panel), ref Unsafe.Add(ref a, copy + start), ref Unsafe.Add(ref g, to + start));
            work.Run();
        }
    }

    // Adds the rows of a panel, column by column times a factor.
    private readonly ref struct ScaledRows(int rows, ref float factors, ref float from, ref float to) : IVectorized
    {
        private readonly ref float factors = ref factors;
        private readonly ref float from = ref from;
        private readonly ref float to = ref to;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            for (int column = 0; column < Panel; column += TSimd.Count)
            {
                TVector factor = TSimd.Load(in Unsafe.Add(ref factors, column));
                for (nint at = column, end = (nint)rows * Panel; at < end; at += Panel)
                {
                    ref float sum = ref Unsafe.Add(ref to, at);
                    TSimd.Store(TSimd.FusedMultiplyAdd(factor, TSimd.Load(in Unsafe.Add(ref from, at)), TSimd.Load(in sum)), ref sum);
                }
            }
        }
    }
}
