using System.Runtime.InteropServices;
using NetGen.Compare.Measuring;
using NetGen.Compare.Sides;
using NetGen.Compare.Works;

namespace NetGen.Compare.Native;

/// <summary>
/// The matrix product of another library as a subject: <c>y = x Wᵀ</c>, all row by row, with <c>W</c> as <c>[out, in]</c> or transposed
/// beforehand, whichever is faster.
/// </summary>
internal static unsafe class Sgemm
{
    private const int RowMajor = 101, NoTranspose = 111, Transpose = 112;

    public static Subject Start(SgemmLibrary library, SafetensorsFile start)
    {
        StoredTensor input = start.Tensors["input"], weight = start.Tensors["parameters.0.weight"];
        (int rows, int inputs, int outputs) = (input.Shape[0], input.Shape[1], weight.Shape[0]);
        float* x = AlignedMemory.Of(input.Values), y = AlignedMemory.OfLength(rows * outputs);
        float* asIs = AlignedMemory.Of(weight.Values), transposed = AlignedMemory.Of(Transposed(weight.Values, outputs, inputs));
        nint handle = NativeLibrary.Load(library.File);
        Action<int>[] ways = library == SgemmLibrary.OpenBlas
            ?
            [
                OpenBlas(handle, x, asIs, y, rows, inputs, outputs, Transpose),
                OpenBlas(handle, x, transposed, y, rows, inputs, outputs, NoTranspose),
            ]
            :
            [
                OneDnn(handle, x, asIs, y, rows, inputs, outputs, (byte)'T'),
                OneDnn(handle, x, transposed, y, rows, inputs, outputs, (byte)'N'),
            ];
        string[] modes = ["W as [out, in]", "W as [in, out]"];

        int best = Enumerable.Range(0, ways.Length).MinBy(way => Timing.Median(ways[way], Timing.CallsPerSample(ways[way])));
        ways[best](1);
        return new Subject(
            library == SgemmLibrary.OpenBlas ? OpenBlasVersion(handle) : OneDnnVersion(handle), modes[best],
            new Span<float>(y, rows * outputs).ToArray(), ways[best]);
    }

    private static Action<int> OpenBlas(nint handle, float* x, float* w, float* y, int rows, int inputs, int outputs, int transposition)
    {
        var sgemm = (delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)
            NativeLibrary.GetExport(handle, "cblas_sgemm");
        int stride = transposition == Transpose ? inputs : outputs;
        return count =>
        {
            for (int i = 0; i < count; i++)
                sgemm(RowMajor, NoTranspose, transposition, rows, outputs, inputs, 1, x, inputs, w, stride, 0, y, outputs);
        };
    }

    private static Action<int> OneDnn(nint handle, float* x, float* w, float* y, int rows, int inputs, int outputs, byte transposition)
    {
        var sgemm = (delegate* unmanaged<byte, byte, long, long, long, float, float*, long, float*, long, float, float*, long, int>)
            NativeLibrary.GetExport(handle, "dnnl_sgemm");
        long stride = transposition == 'T' ? inputs : outputs;
        return count =>
        {
            for (int i = 0; i < count; i++)
                _ = sgemm((byte)'N', transposition, rows, outputs, inputs, 1, x, inputs, w, stride, 0, y, outputs);
        };
    }

    /// <summary>Such as "0.3.21 for Haswell": for what it takes the processor, too.</summary>
    private static string OpenBlasVersion(nint handle)
    {
        var configuration = (delegate* unmanaged<nint>)NativeLibrary.GetExport(handle, "openblas_get_config");
        var coreName = (delegate* unmanaged<nint>)NativeLibrary.GetExport(handle, "openblas_get_corename");
        return $"{Marshal.PtrToStringUTF8(configuration())!.Split(' ')[1]} for {Marshal.PtrToStringUTF8(coreName())}";
    }

    private static string OneDnnVersion(nint handle)
    {
        int* version = ((delegate* unmanaged<int*>)NativeLibrary.GetExport(handle, "dnnl_version"))();
        return string.Create(CultureInfo.InvariantCulture, $"{version[0]}.{version[1]}.{version[2]}");
    }

    private static float[] Transposed(ReadOnlySpan<float> matrix, int rows, int columns)
    {
        float[] result = new float[matrix.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                result[column * rows + row] = matrix[row * columns + column];
        }

        return result;
    }
}
