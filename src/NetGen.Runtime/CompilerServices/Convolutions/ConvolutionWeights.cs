using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Weights of convolutions: <c>[out, in, rows, columns]</c> lies in panels <c>[out / 32][rows × columns][in][32]</c>, so that what a row
/// of the kernel multiplies by lies in one piece, in the order of the pixels and channels of an image.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConvolutionWeights
{
    private const int Width = Layout.PanelWidth;

    /// <summary>
    /// Writes a panel of the weights by which the gradient of the inputs is a convolution of the gradient of the outputs: for each phase
    /// its taps, backwards, and of each the transpose <c>[outputs][32 inputs]</c>.
    /// </summary>
    /// <param name="images">How the gradient is computed.</param>
    /// <param name="weight">The first element of the weight.</param>
    /// <param name="inputs">Its channels of inputs.</param>
    /// <param name="outputs">Its channels of outputs.</param>
    /// <param name="panel">Which 32 inputs.</param>
    /// <param name="s">The first element of the scratch.</param>
    public static void Transpose(in Correlation images, ref float weight, int inputs, int outputs, int panel, ref float s)
    {
        ConvolutionWindow window = images.Window;
        for (int index = 0; index < images.Phases; index++)
        {
            CorrelationPhase phase = images.Phase(index);
            ref float to = ref Unsafe.Add(ref s, images.Weights + phase.Weights);
            int lastRow = images.LastTap(index / window.Stride, window.Before, phase.KernelRows);
            int lastColumn = images.LastTap(index % window.Stride, window.Before, phase.KernelColumns);
            for (int row = 0; row < phase.KernelRows; row++)
            {
                for (int column = 0; column < phase.KernelColumns; column++)
                {
                    int tap = (lastRow - row * window.Stride) * window.Kernel + lastColumn - column * window.Stride;
                    Panels.Transpose(ref weight, inputs, outputs, panel, ref to, tap, window.Taps);
                    to = ref Unsafe.Add(ref to, outputs * Width);
                }
            }
        }
    }
}
