using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>The mean of every channel over all positions of an example, or over as many as it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GlobalAvgPool
{
    private const int Strip = 64;

    /// <summary>The means.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the examples lie in it.</param>
    /// <param name="to">Where the means go, a row for each example.</param>
    /// <param name="lengths">Where the numbers of positions lie that count, one to a row; below 0 where all do.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(RowRange examples, int positions, int width, ref float a, nint from, nint to, nint lengths = -1)
    {
        Span<double> sums = stackalloc double[Strip], none = stackalloc double[Strip];
        int stride = Layout.RowStride(width);
        BatchSpan result = examples.Of(ref a, to, width);
        result.ClearPadding();
        for (int example = 0; example < result.Rows; example++)
        {
            ref float first = ref Unsafe.Add(ref a, from + ((nint)examples.First + example) * positions * stride);
            int counted = SequenceLengths.Of(ref a, lengths, examples.First + example, positions);
            for (int start = 0; start < width; start += Strip)
            {
                Span<float> means = result[example].Slice(start, Math.Min(Strip, width - start));
                ref float strip = ref Unsafe.Add(ref first, start);
                PositionSums<Itself> work = new(counted, means.Length, stride, ref strip, ref strip, ref strip, sums, none);
                work.Run();
                for (int column = 0; column < means.Length; column++)
                    means[column] = (float)(sums[column] / counted);
            }
        }
    }

    /// <summary>The gradient with respect to the examples: every position that counts has an equal share.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the means lies.</param>
    /// <param name="to">Where the gradient goes.</param>
    /// <param name="lengths">Where the numbers of positions lie that count, one to a row; below 0 where all do.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Backpropagate(RowRange examples, int positions, int width, ref float a, nint from, nint to, nint lengths = -1)
    {
        Shares work = new(examples, positions, width, lengths, ref a, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, to));
        work.Run();
    }

    internal readonly ref struct Shares(
        RowRange examples, int positions, int width, nint lengths, ref float a, ref float upstream, ref float gradient) : IVectorized
    {
        private readonly ref float a = ref a;
        private readonly ref float upstream = ref upstream;
        private readonly ref float gradient = ref gradient;

        // Whole rows with their padding: zeros stay zeros.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int stride = Layout.RowStride(width), channels = Layout.Columns(width);
            ref float result = ref Unsafe.Add(ref gradient, (nint)examples.First * positions * stride);
            for (nint example = examples.First; example < examples.End; example++)
            {
                ref float mean = ref Unsafe.Add(ref upstream, example * stride);
                int counted = SequenceLengths.Of(ref a, lengths, example, positions);
                TVector count = TSimd.Create(counted);
                for (int position = 0; position < counted; position++)
                {
                    for (int channel = 0; channel < channels; channel += TSimd.Count)
                    {
                        TVector share = TSimd.Divide(TSimd.Load(in Unsafe.Add(ref mean, channel)), count);
                        TSimd.Store(share, ref Unsafe.Add(ref result, channel));
                    }

                    result = ref Unsafe.Add(ref result, stride);
                }

                int rest = (positions - counted) * stride;
                MemoryMarshal.CreateSpan(ref result, rest).Clear();
                result = ref Unsafe.Add(ref result, rest);
            }
        }
    }
}
