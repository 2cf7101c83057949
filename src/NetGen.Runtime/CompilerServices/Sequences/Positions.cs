using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Vectors that tell positions apart: learned ones, or sines and cosines.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Positions
{
    private const int Strip = 64;

    /// <summary>Adds the vector of its position to every row.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="p">The slab of parameters.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the examples lie in it.</param>
    /// <param name="vectors">Where the matrix <c>[positions or more, width]</c> of the vectors lies, in panels.</param>
    /// <param name="to">Where the sums go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(RowRange examples, int positions, int width, ref float p, ref float a, nint from, nint vectors, nint to)
    {
        examples.Times(positions).Of(ref a, to, width).ClearPadding();
        (examples, int firstPosition, int endPosition) = examples.Split(positions);
        Span<float> strip = stackalloc float[Strip];
        for (int position = firstPosition; position < endPosition; position++)
        {
            for (int start = 0; start < width; start += Strip)
            {
                Span<float> vector = strip[..Math.Min(Strip, width - start)];
                ref float matrix = ref Unsafe.Add(ref p, vectors + start * Layout.PanelWidth);
                ref float source = ref Unsafe.Add(ref matrix, Panels.Index(position, 0, width));
                for (int column = 0; column < vector.Length; column++)
                    vector[column] = Unsafe.Add(ref source, column * Layout.PanelWidth);
                nint first = position * Layout.RowStride(width) + start;
                Sum work = new(examples, positions * Layout.RowStride(width), vector, ref Unsafe.Add(ref a, from + first),
                    ref Unsafe.Add(ref a, to + first));
                work.Run();
            }
        }
    }

    /// <summary>The gradient of the vectors: at each position the sum over examples, 0 at positions that examples do not have.</summary>
    /// <param name="examples">All examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="vectors">For how many positions there is a vector.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the sums lies.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the gradient goes, in panels.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(
        RowRange examples, int positions, int width, int vectors, ref float a, nint from, ref float g, nint to, bool add = false)
    {
        if (!add)
            Sums.Clear(ref g, to, Layout.Length([vectors, width]));
        (examples, int first, int end) = examples.Split(positions);
        int stride = Layout.RowStride(width);
        for (int position = first; position < end; position++)
        {
            ref float target = ref Unsafe.Add(ref g, to + Panels.Index(position, 0, width));
            ExampleSums.Add(
                examples.Batch, width, positions * stride, ref Unsafe.Add(ref a, from + position * stride), ref target,
                Layout.PanelWidth);
        }
    }

    /// <summary>
    /// Adds sines and cosines (Vaswani et al. 2017): at position <c>t</c>, <c>sin(t / 10000^(2 i / width))</c> in column <c>2 i</c> and its
    /// cosine in the next.
    /// </summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the examples lie in it.</param>
    /// <param name="to">Where the sums go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddSines(RowRange examples, int positions, int width, ref float a, nint from, nint to)
    {
        const float Base = 10_000f;
        RowRange rows = examples.Times(positions);
        rows.Of(ref a, to, width).ClearPadding();
        Turns turns = Turns.Of(positions, (width + 1) / 2, 2.0 / width, Base);
        int stride = Layout.RowStride(width);
        for (nint row = rows.First; row < rows.End; row++)
        {
            int position = (int)(row % positions);
            ReadOnlySpan<float> cosines = turns.Cosines(position), sines = turns.Sines(position);
            ref float source = ref Unsafe.Add(ref a, from + row * stride);
            ref float result = ref Unsafe.Add(ref a, to + row * stride);
            for (int column = 0; column < width; column++)
            {
                float wave = (column % 2 == 0 ? sines : cosines)[column / 2];
                Unsafe.Add(ref result, column) = Unsafe.Add(ref source, column) + wave;
            }
        }
    }

    private readonly ref struct Sum(RowRange examples, int exampleLength, ReadOnlySpan<float> vector, ref float source, ref float result)
        : IVectorized
    {
        private readonly ReadOnlySpan<float> vector = vector;
        private readonly ref float source = ref source;
        private readonly ref float result = ref result;

        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = vector.Length - vector.Length % TSimd.Count;
            Columns<TSimd, TVector>(0, whole);
            Columns<Simd32, float>(whole, vector.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Columns<TSimd, TVector>(int start, int end)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            for (int column = start; column < end; column += TSimd.Count)
            {
                TVector term = TSimd.Load(in vector[column]);
                for (nint example = examples.First; example < examples.End; example++)
                {
                    nint place = example * exampleLength + column;
                    TSimd.Store(TSimd.Add(TSimd.Load(in Unsafe.Add(ref source, place)), term), ref Unsafe.Add(ref result, place));
                }
            }
        }
    }
}
