using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The nearest matrix with orthonormal rows (or columns, if they are fewer), roughly: with <c>U S Vᵀ</c> as the singular value
/// decomposition of a matrix, its result is <c>U S' Vᵀ</c> with <c>S'</c> from 0.68 to 1.21 where <c>S</c> was at least 0.002 of the
/// matrix's norm. Five steps <c>X ← a X + (b A + c A²) X</c> with <c>A = X Xᵀ</c>, from the matrix over its Frobenius norm, with the
/// coefficients of Jordan (2024, "Muon: an optimizer for hidden layers in neural networks"), which let small singular values grow fastest.
/// </summary>
internal static class NewtonSchulz
{
    private const int Steps = 5;
    private const float A = 3.4445f;
    private const float B = -4.7750f;
    private const float C = 2.0315f;

    private const float TwoTo64 = 18446744073709551616f;

    /// <summary>How many floats of scratch it takes for a matrix.</summary>
    public static long ScratchLength(int outputs, int inputs)
    {
        int rows = Math.Min(outputs, inputs), columns = Math.Max(outputs, inputs);
        long transpose = outputs > inputs ? PanelLength(rows, columns) : 0;
        return transpose + PanelLength(rows, columns) + 2 * PanelLength(rows, rows);
    }

    /// <summary>Orthogonalizes a matrix in place; zero stays zero.</summary>
    /// <param name="matrix">The matrix, in panels as weights are.</param>
    /// <param name="outputs">The number of its rows.</param>
    /// <param name="inputs">The number of its columns.</param>
    /// <param name="scratch">Memory to work in, of <see cref="ScratchLength"/>.</param>
    public static void Orthogonalize(Span<float> matrix, int outputs, int inputs, Span<float> scratch)
    {
        Normalize(matrix);
        if (outputs <= inputs)
        {
            Iterate(matrix, outputs, inputs, scratch);
            return;
        }

        Span<float> transpose = Take(ref scratch, PanelLength(inputs, outputs));
        Transpose(matrix, outputs, inputs, transpose);
        Iterate(transpose, inputs, outputs, scratch);
        Transpose(transpose, inputs, outputs, matrix);
    }

    // A power of two first, so that norms of any size are floats and their quotients keep their digits.
    private static void Normalize(Span<float> matrix)
    {
        double norm = Math.Sqrt(SumOfSquares.Of(matrix));
        float scale = norm > TwoTo64 ? 1 / TwoTo64 : norm < 1 / TwoTo64 ? TwoTo64 : 1;
        TensorPrimitives.Multiply(matrix, scale, matrix);
        TensorPrimitives.Divide(matrix, norm == 0 ? 1 : (float)(norm * scale), matrix);
    }

    // There are no more rows than columns, so the Gram matrix of the rows is the smaller one.
    private static void Iterate(Span<float> x, int rows, int columns, Span<float> scratch)
    {
        Span<float> product = Take(ref scratch, PanelLength(rows, columns));
        Span<float> gram = Take(ref scratch, PanelLength(rows, rows));
        Span<float> square = Take(ref scratch, PanelLength(rows, rows));
        for (int step = 0; step < Steps; step++)
        {
            Multiply(x, columns, transposed: false, x, rows, columns, gram);
            Multiply(gram, rows, transposed: false, gram, rows, rows, square);
            // One rounding for each element, so the same bits on every vector width.
            TensorPrimitives.Multiply(gram, B, gram);
            MultiplyAdd.Run(C, square, gram, square);
            Multiply(x, columns, transposed: true, square, columns, rows, product);
            MultiplyAdd.Run(A, x, product, x);
        }
    }

    private static void Multiply(
        Span<float> left, int leftColumns, bool transposed, Span<float> right, int rows, int terms, Span<float> result)
    {
        PanelProduct product = new(
            right.Length / (terms * Layout.PanelWidth),
            rows,
            terms,
            ref MemoryMarshal.GetReference(left),
            leftColumns,
            transposed,
            ref MemoryMarshal.GetReference(right),
            ref MemoryMarshal.GetReference(result));
        product.Run();
    }

    private static void Transpose(Span<float> matrix, int outputs, int inputs, Span<float> transpose)
    {
        for (int panel = 0; panel < Layout.Panels(inputs); panel++)
        {
            Panels.Transpose(
                ref MemoryMarshal.GetReference(matrix), inputs, outputs, panel, ref transpose[panel * outputs * Layout.PanelWidth]);
        }
    }

    private static Span<float> Take(ref Span<float> scratch, long length)
    {
        Span<float> taken = scratch[..(int)length];
        scratch = scratch[(int)length..];
        return taken;
    }

    private static long PanelLength(int outputs, int inputs) => (long)Layout.Panels(outputs) * Layout.PanelWidth * inputs;
}
