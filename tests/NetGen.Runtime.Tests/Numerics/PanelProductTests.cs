using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

public sealed class PanelProductTests
{
    public static TheoryData<int, int, int, bool> Shapes =>
        [.. from rows in (int[])[1, 3, 4, 33, 70]
            from terms in (int[])[1, 31, 64, 65]
            from columns in (int[])[2, 45]
            from transposed in (bool[])[false, true]
            select (rows, terms, columns, transposed)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_output_is_a_chain_of_fused_multiply_adds_in_the_order_of_its_terms(int rows, int terms, int columns, bool transposed)
    {
        Product product = new(rows, terms, columns, transposed);
        float[] expected = new float[Layout.Panels(columns) * rows * Layout.PanelWidth];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                ref float sum = ref expected[Panels.Index(column, row, rows)];
                for (int term = 0; term < terms; term++)
                    sum = MathF.FusedMultiplyAdd(product.Left(row, term), product.Right(column, term), sum);
            }
        }

        Assert.Equal(expected, product.Result<Simd32, float>());
        EveryWidth.AssertSameBits(() => product);
    }

    private sealed class Product(int rows, int terms, int columns, bool transposed) : EveryWidth.ISubject
    {
        private readonly float[] left = Numbers.Uniform(rows * terms, 1);
        private readonly float[] right = Numbers.Uniform(columns * terms, 2);

        public float Left(int row, int term) => left[transposed ? term * rows + row : row * terms + term];

        public float Right(int column, int term) => right[column * terms + term];

        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] leftPanels = transposed ? Packed(left, terms, rows) : Packed(left, rows, terms);
            float[] rightPanels = Packed(right, columns, terms);
            float[] result = new float[Layout.Panels(columns) * rows * Layout.PanelWidth];
            new PanelProduct(
                Layout.Panels(columns),
                rows,
                terms,
                ref leftPanels[0],
                transposed ? rows : terms,
                transposed,
                ref rightPanels[0],
                ref result[0])
                .Run<TSimd, TVector>();
            return result;
        }

        private static float[] Packed(float[] matrix, int outputs, int inputs)
        {
            float[] panels = new float[Layout.Length([outputs, inputs])];
            Panels.Pack(matrix, [outputs, inputs], ref panels[0]);
            return panels;
        }
    }
}
