using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The sum of all products of two batches of rows. As many rows, or columns of one, as have 64 terms for each of 16 lanes (lane =
/// column mod 16) are summed in them; such blocks add up in double.
/// </summary>
internal ref struct DotProduct(int rows, int width, int xStride, ref float x, int yStride, ref float y) : IVectorized
{
    private readonly ref float x = ref x;
    private readonly ref float y = ref y;

    public double Sum { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> lanes = stackalloc float[Lanes.Count];
        Span<float> xRest = stackalloc float[Lanes.Count];
        Span<float> yRest = stackalloc float[Lanes.Count];
        xRest.Clear();
        yRest.Clear();
        int rowsAtOnce = Math.Max(1, Lanes.BlockColumns / (Layout.Panels(width) * Layout.PanelWidth));
        for (int firstRow = 0; firstRow < rows; firstRow += rowsAtOnce)
        {
            for (int start = 0; start < width; start += Lanes.BlockColumns)
            {
                lanes.Clear();
                int end = Math.Min(width, start + Lanes.BlockColumns);
                for (int row = firstRow; row < Math.Min(rows, firstRow + rowsAtOnce); row++)
                {
                    LaneRow left = new(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref x, (nint)row * xStride), width), xRest);
                    LaneRow right = new(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref y, (nint)row * yStride), width), yRest);
                    for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
                    {
                        TVector sum = TSimd.Load(in lanes[lane]);
                        for (int column = start + lane; column < end; column += Lanes.Count)
                            sum = TSimd.FusedMultiplyAdd(left.Load<TSimd, TVector>(column), right.Load<TSimd, TVector>(column), sum);
                        TSimd.Store(sum, ref lanes[lane]);
                    }
                }

                Sum += Lanes.Fold(lanes);
            }
        }
    }
}
