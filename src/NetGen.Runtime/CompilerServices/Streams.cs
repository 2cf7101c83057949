using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Streams that lie side by side in a row, and their mixtures (hyper-connections, Zhu et al. 2024).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Streams
{
    /// <summary>Makes streams that are all the same multiple of a vector.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">The length of a stream.</param>
    /// <param name="streams">The number of streams.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the vectors lie.</param>
    /// <param name="to">Where the streams go.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Spread(RowRange rows, int width, int streams, float factor, ref float a, nint from, nint to)
    {
        BatchSpan source = rows.Of(ref a, from, width);
        BatchSpan result = rows.Of(ref a, to, width * streams);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
        {
            Span<float> all = result[row];
            all.Clear();
            for (int stream = 0; stream < streams; stream++)
            {
                Span<float> one = all.Slice(stream * width, width);
                MultiplyAdd.Run(factor, source[row], one, one);
            }
        }
    }

    /// <summary>A multiple of the sum of streams.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">The length of a stream.</param>
    /// <param name="streams">The number of streams.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the streams lie.</param>
    /// <param name="to">Where the sum goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Collect(RowRange rows, int width, int streams, float factor, ref float a, nint from, nint to)
    {
        BatchSpan source = rows.Of(ref a, from, width * streams);
        BatchSpan result = rows.Of(ref a, to, width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
        {
            result[row].Clear();
            for (int stream = 0; stream < streams; stream++)
                MultiplyAdd.Run(factor, source[row].Slice(stream * width, width), result[row], result[row]);
        }
    }

    /// <summary>Mixes streams: <c>y_j = Σ M[j, i] x_i</c>, added up in the order of <c>i</c>.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">The length of a stream.</param>
    /// <param name="inputs">The number of streams <c>x</c>.</param>
    /// <param name="outputs">The number of streams <c>y</c>.</param>
    /// <param name="p">The slab of parameters.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where <c>x</c> lies.</param>
    /// <param name="mix">Where <c>M [outputs, inputs]</c> lies, in panels.</param>
    /// <param name="to">Where <c>y</c> goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Mix(RowRange rows, int width, int inputs, int outputs, ref float p, ref float a, nint from, nint mix, nint to) =>
        Mix(rows, width, inputs, outputs, ref Unsafe.Add(ref p, mix), ref a, from, to, transposed: false);

    /// <summary>Mixes streams by a transposed matrix: <c>y_j = Σ M[i, j] x_i</c>, added up in the order of <c>i</c>.</summary>
    /// <inheritdoc cref="Mix(RowRange, int, int, int, ref float, ref float, nint, nint, nint)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MixTransposed(
        RowRange rows, int width, int inputs, int outputs, ref float p, ref float a, nint from, nint mix, nint to) =>
        Mix(rows, width, inputs, outputs, ref Unsafe.Add(ref p, mix), ref a, from, to, transposed: true);

    /// <summary>The gradient of the matrix: <c>dM[j, i]</c> is the sum of <c>dy_j ⊙ x_i</c>.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">The length of a stream.</param>
    /// <param name="inputs">The number of streams <c>x</c>.</param>
    /// <param name="outputs">The number of streams <c>y</c>.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where <c>dy</c> lies.</param>
    /// <param name="x">Where <c>x</c> lies.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where <c>dM [outputs, inputs]</c> goes, in panels.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MixGradient(
        RowRange rows, int width, int inputs, int outputs, ref float a, nint from, nint x, ref float g, nint to, bool add = false)
    {
        int upstreamStride = Layout.RowStride(width * outputs), stride = Layout.RowStride(width * inputs);
        for (int output = 0; output < outputs; output++)
        {
            for (int input = 0; input < inputs; input++)
            {
                DotProduct work = new(
                    rows.Batch, width, upstreamStride, ref Unsafe.Add(ref a, from + output * width), stride,
                    ref Unsafe.Add(ref a, x + input * width));
                work.Run();
                ref float sum = ref Unsafe.Add(ref g, to + Panels.Index(output, input, inputs));
                sum = (float)(add ? sum + work.Sum : work.Sum);
            }
        }
    }

    private static void Mix(
        RowRange rows, int width, int inputs, int outputs, ref float matrix, ref float a, nint from, nint to, bool transposed)
    {
        BatchSpan source = rows.Of(ref a, from, width * inputs);
        BatchSpan result = rows.Of(ref a, to, width * outputs);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
        {
            result[row].Clear();
            for (int output = 0; output < outputs; output++)
            {
                for (int input = 0; input < inputs; input++)
                {
                    int index = transposed ? Panels.Index(input, output, outputs) : Panels.Index(output, input, inputs);
                    Span<float> sum = result[row].Slice(output * width, width);
                    MultiplyAdd.Run(Unsafe.Add(ref matrix, index), source[row].Slice(input * width, width), sum, sum);
                }
            }
        }
    }
}
