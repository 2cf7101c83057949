using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>The sum of all products of two batches of rows, through 16 lanes (lane = column mod 16) that go on from row to row, folded at the end.</summary>
internal ref struct DotProduct(int rows, int width, int xStride, ref float x, int yStride, ref float y) : IVectorized
{
    private readonly ref float x = ref x;
    private readonly ref float y = ref y;

    public float Sum { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Span<float> lanes = stackalloc float[Lanes.Count];
        Span<float> xRest = stackalloc float[Lanes.Count];
        Span<float> yRest = stackalloc float[Lanes.Count];
        lanes.Clear();
        xRest.Clear();
        yRest.Clear();
        for (int row = 0; row < rows; row++)
        {
            LaneRow left = new(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref x, (nint)row * xStride), width), xRest);
            LaneRow right = new(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref y, (nint)row * yStride), width), yRest);
            for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
            {
                TVector sum = TSimd.Load(in lanes[lane]);
                for (int column = lane; column < width; column += Lanes.Count)
                    sum = TSimd.FusedMultiplyAdd(left.Load<TSimd, TVector>(column), right.Load<TSimd, TVector>(column), sum);
                TSimd.Store(sum, ref lanes[lane]);
            }
        }

        Sum = Lanes.Fold(lanes);
    }
}
