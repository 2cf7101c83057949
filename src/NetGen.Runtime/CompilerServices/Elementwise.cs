using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Activation functions over a batch, where no product takes them along.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Elementwise
{
    /// <summary>Applies an activation in place. Padding stays zero.</summary>
    /// <param name="values">The first of <paramref name="rows"/> rows, <see cref="Layout.RowStride"/> apart.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="width">The number of columns.</param>
    public static void Apply<TActivation>(ref float values, int rows, int width)
        where TActivation : struct, IActivation
    {
        Application<TActivation> application = new(MemoryMarshal.CreateSpan(ref values, rows * Layout.RowStride(width)), width);
        application.Run();
    }

    internal readonly ref struct Application<TActivation>(Span<float> values, int width) : IVectorized
        where TActivation : struct, IActivation
    {
        private readonly Span<float> values = values;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int stride = Layout.RowStride(width);
            int whole = width - width % TSimd.Count;
            TVector inside = TSimd.LessThan(TSimd.Indices, TSimd.Create(width - whole));
            for (int start = 0; start < values.Length; start += stride)
            {
                ref float row = ref values[start];
                for (int column = 0; column < whole; column += TSimd.Count)
                {
                    ref float place = ref Unsafe.Add(ref row, column);
                    TSimd.Store(TActivation.Value<TSimd, TVector>(TSimd.Load(ref place)), ref place);
                }

                if (whole < width)
                {
                    // f(0) need not be 0.
                    ref float place = ref Unsafe.Add(ref row, whole);
                    TVector value = TActivation.Value<TSimd, TVector>(TSimd.Load(ref place));
                    TSimd.Store(TSimd.Select(inside, value, TSimd.Create(0f)), ref place);
                }
            }
        }
    }
}
