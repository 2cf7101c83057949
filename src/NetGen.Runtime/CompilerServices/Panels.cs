using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Weights in panels, <c>[out / 32][taps][in][32]</c>, from and to the order of their shape, <c>[out, in]</c> or
/// <c>[out, in, height, width]</c>, and their transposition.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Panels
{
    private const int Width = Layout.PanelWidth;

    /// <summary>Lays a weight into panels; columns past the last output become zero.</summary>
    /// <param name="weight">The weight in the order of its shape.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="panels">The first element of <c>Layout.Length(shape)</c> floats.</param>
    internal static void Pack(ReadOnlySpan<float> weight, ReadOnlySpan<int> shape, ref float panels)
    {
        Span<float> packed = MemoryMarshal.CreateSpan(ref panels, Layout.Length(shape));
        packed.Clear();
        int inputs = Layout.Inputs(shape), taps = Layout.Taps(shape), next = 0;
        for (int output = 0; output < Layout.Outputs(shape); output++)
        {
            for (int input = 0; input < inputs; input++)
            {
                for (int tap = 0; tap < taps; tap++)
                    packed[Index(output, tap * inputs + input, taps * inputs)] = weight[next++];
            }
        }
    }

    /// <summary>Reads a weight out of panels.</summary>
    /// <param name="panels">The first element of <c>Layout.Length(shape)</c> floats.</param>
    /// <param name="shape">The shape of the weight.</param>
    /// <param name="weight">Receives the weight in the order of its shape.</param>
    internal static void Unpack(ref float panels, ReadOnlySpan<int> shape, Span<float> weight)
    {
        ReadOnlySpan<float> packed = MemoryMarshal.CreateReadOnlySpan(ref panels, Layout.Length(shape));
        int inputs = Layout.Inputs(shape), taps = Layout.Taps(shape), next = 0;
        for (int output = 0; output < Layout.Outputs(shape); output++)
        {
            for (int input = 0; input < inputs; input++)
            {
                for (int tap = 0; tap < taps; tap++)
                    weight[next++] = packed[Index(output, tap * inputs + input, taps * inputs)];
            }
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

    /// <summary>Where an element of a matrix lies.</summary>
    internal static int Index(int output, int input, int inputs) => (output / Width * inputs + input) * Width + output % Width;
}
