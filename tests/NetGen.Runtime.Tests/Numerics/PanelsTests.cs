using System.Runtime.Intrinsics.X86;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

public class PanelsTests
{
    private static readonly int[] Widths = [1, 7, 16, 31, 32, 33, 45, 64, 65, 100];

    public static TheoryData<int, int> Shapes => [.. from outputs in Widths from inputs in Widths select (outputs, inputs)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Pack_puts_each_weight_into_its_panel_and_zeros_into_padding(int outputs, int inputs)
    {
        float[] matrix = Matrix(outputs, inputs);
        float[] panels = Pack(matrix, outputs, inputs);

        for (int i = 0; i < panels.Length; i++)
        {
            int output = i / (inputs * 32) * 32 + i % 32;
            int input = i / 32 % inputs;
            Assert.Equal(output < outputs ? matrix[output * inputs + input] : 0f, panels[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Unpack_is_the_inverse_of_Pack(int outputs, int inputs)
    {
        float[] matrix = Matrix(outputs, inputs);
        float[] unpacked = new float[matrix.Length];

        Panels.Unpack(ref Pack(matrix, outputs, inputs)[0], [outputs, inputs], unpacked);

        Assert.Equal(matrix, unpacked);
    }

    [Theory]
    [InlineData(1, 1, 3, 3)]
    [InlineData(7, 3, 2, 5)]
    [InlineData(33, 17, 3, 3)]
    public void A_kernel_lies_tap_by_tap_in_its_panel_and_comes_back(int outputs, int inputs, int height, int width)
    {
        int taps = height * width;
        float[] weight = Matrix(outputs, inputs * taps);
        float[] panels = new float[Layout.Panels(outputs) * taps * inputs * 32];
        Array.Fill(panels, float.NaN);
        float[] unpacked = new float[weight.Length];

        Panels.Pack(weight, [outputs, inputs, height, width], ref panels[0]);
        Panels.Unpack(ref panels[0], [outputs, inputs, height, width], unpacked);

        Assert.Equal(weight, unpacked);
        for (int i = 0; i < panels.Length; i++)
        {
            int output = i / (taps * inputs * 32) * 32 + i % 32;
            int tap = i / (inputs * 32) % taps;
            int input = i / 32 % inputs;
            Assert.Equal(output < outputs ? weight[(output * inputs + input) * taps + tap] : 0f, panels[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Transpose_writes_the_panels_of_the_transposed_matrix_and_nothing_else(int outputs, int inputs)
    {
        float[] matrix = Matrix(outputs, inputs);
        float[] panels = Pack(matrix, outputs, inputs);

        for (int panel = 0; panel < Layout.Panels(inputs); panel++)
        {
            float[] scratch = new float[outputs * 32 + 32];
            Array.Fill(scratch, float.NaN);
            Panels.Transpose(ref panels[0], inputs, outputs, panel, ref scratch[0]);

            for (int n = 0; n < outputs; n++)
            {
                for (int j = 0; j < 32; j++)
                {
                    int input = panel * 32 + j;
                    Assert.Equal(input < inputs ? matrix[n * inputs + input] : 0f, scratch[n * 32 + j]);
                }
            }

            Assert.All(scratch[^32..], static untouched => Assert.Equal(float.NaN, untouched));
        }
    }

    [Fact]
    public void Block_is_transposed_alike_by_every_instruction_set()
    {
        float[] block = Matrix(32, 32);
        float[] expected = [.. Enumerable.Range(0, 1024).Select(i => block[i % 32 * 32 + i / 32])];
        float[] transposed = new float[1024];

        Transposition.Block128(ref block[0], ref transposed[0]);
        Assert.Equal(expected, transposed);

        if (Avx.IsSupported)
        {
            transposed.AsSpan().Clear();
            Transposition.Block256(ref block[0], ref transposed[0]);
            Assert.Equal(expected, transposed);
        }

        if (Avx512F.IsSupported)
        {
            transposed.AsSpan().Clear();
            Transposition.Block512(ref block[0], ref transposed[0]);
            Assert.Equal(expected, transposed);
        }
    }

    private static float[] Matrix(int outputs, int inputs) => [.. Enumerable.Range(1, outputs * inputs).Select(static i => (float)i)];

    private static float[] Pack(float[] matrix, int outputs, int inputs)
    {
        float[] panels = new float[Layout.Panels(outputs) * inputs * 32];
        Array.Fill(panels, float.NaN);
        Panels.Pack(matrix, [outputs, inputs], ref panels[0]);
        return panels;
    }
}
