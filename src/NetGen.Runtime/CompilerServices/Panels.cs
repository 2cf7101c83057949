using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Weights in panels, <c>[out / 32][in][32]</c>, from and to matrices <c>[out, in]</c>, and their transposition.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Panels
{
    private const int Width = Layout.PanelWidth;

    /// <summary>Lays a matrix into panels; columns past the last output become zero.</summary>
    /// <param name="matrix">The weight, <c>[out, in]</c> row by row.</param>
    /// <param name="outputs">Its number of rows.</param>
    /// <param name="inputs">Its number of columns.</param>
    /// <param name="panels">The first element of <c>Panels(outputs) · inputs · 32</c> floats.</param>
    internal static void Pack(ReadOnlySpan<float> matrix, int outputs, int inputs, ref float panels)
    {
        Span<float> packed = MemoryMarshal.CreateSpan(ref panels, Layout.Panels(outputs) * inputs * Width);
        packed.Clear();
        for (int output = 0; output < outputs; output++)
        {
            for (int input = 0; input < inputs; input++)
                packed[Index(output, input, inputs)] = matrix[output * inputs + input];
        }
    }

    /// <summary>Reads a matrix out of panels.</summary>
    /// <param name="panels">The first element of <c>Panels(outputs) · inputs · 32</c> floats.</param>
    /// <param name="outputs">The number of rows of the matrix.</param>
    /// <param name="inputs">The number of its columns.</param>
    /// <param name="matrix">Receives the weight, <c>[out, in]</c> row by row.</param>
    internal static void Unpack(ref float panels, int outputs, int inputs, Span<float> matrix)
    {
        ReadOnlySpan<float> packed = MemoryMarshal.CreateReadOnlySpan(ref panels, Layout.Panels(outputs) * inputs * Width);
        for (int output = 0; output < outputs; output++)
        {
            for (int input = 0; input < inputs; input++)
                matrix[output * inputs + input] = packed[Index(output, input, inputs)];
        }
    }

    /// <summary>
    /// Writes a panel of the transposed weight, from which the backward product <c>dX = dZ W</c> reads:
    /// <c>scratch[n · 32 + j] = W[n, 32 panel + j]</c>, zero past the last input.
    /// </summary>
    /// <param name="weight">The first element of the panels of the weight <c>W</c>, <c>[out, in]</c>.</param>
    /// <param name="inputs">Its number of columns.</param>
    /// <param name="outputs">Its number of rows.</param>
    /// <param name="panel">Which 32 columns of the weight.</param>
    /// <param name="scratch">The first element of <c>outputs · 32</c> floats.</param>
    /// <param name="tap">Of the weight of a convolution, which of its taps.</param>
    /// <param name="taps">How many taps it has.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ref float weight, int inputs, int outputs, int panel, ref float scratch, int tap = 0, int taps = 1)
    {
        // Where a panel of W and a panel of its transpose cross lies a block of 32 x 32 in both, in one piece.
        int rows = Math.Min(inputs - panel * Width, Width);
        ref float source = ref Unsafe.Add(ref weight, (tap * inputs + panel * Width) * Width);
        for (int output = 0; output < outputs; output += Width)
        {
            Transposition.Block(ref source, rows, ref scratch, Math.Min(outputs - output, Width));
            source = ref Unsafe.Add(ref source, taps * inputs * Width);
            scratch = ref Unsafe.Add(ref scratch, Width * Width);
        }
    }

    /// <summary>Where an element lies.</summary>
    internal static int Index(int output, int input, int inputs) => (output / Width * inputs + input) * Width + output % Width;
}
