using System.ComponentModel;
using System.Runtime.CompilerServices;

#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>
/// The gradient of the weight of a convolution with at most 16 outputs while it is summed up in scratch, turned round:
/// <c>[rows of the window][16 outputs][columns × inputs]</c>. The compiler and the runtime both compile this file.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TurnedGradient
{
    private const int Outputs = Layout.PanelWidth / 2;

    // With fewer inputs a part of the only vector of them would be idle.
    private const int FewestInputs = 16;

    /// <summary>Whether a gradient is summed up like that.</summary>
    /// <param name="outputs">The channels of outputs.</param>
    /// <param name="contracted">How many inputs a row of the window has.</param>
    public static bool Is(int outputs, long contracted) => Layout.IsNarrow(outputs) && contracted >= FewestInputs;

    /// <summary>How far an output of it is from the next.</summary>
    /// <param name="contracted">How many inputs a row of the window has.</param>
    public static int Stride(int contracted) => (contracted + Outputs - 1) / Outputs * Outputs;

    /// <summary>How far a row of the window is from the next.</summary>
    /// <param name="contracted">How many inputs a row of the window has.</param>
    public static int RowLength(int contracted) => Outputs * Stride(contracted);

    /// <summary>How many floats it has; none where the gradient is not summed up like that.</summary>
    internal static long Length(in ConvolutionWindow window, int inputs, int outputs)
    {
        long contracted = (long)window.Kernel * inputs;
        return Is(outputs, contracted) ? window.Kernel * Outputs * ((contracted + Outputs - 1) / Outputs * Outputs) : 0;
    }
#if !NETSTANDARD

    /// <summary>Sums go on from the gradient.</summary>
    /// <param name="gradient">A row of the window in the gradient, <c>[inputs][32]</c>.</param>
    /// <param name="sums">The same row in scratch.</param>
    /// <param name="contracted">How many inputs it has.</param>
    /// <param name="outputs">How many outputs there are.</param>
    public static void Load(ref float gradient, ref float sums, int contracted, int outputs)
    {
        for (int input = 0; input < contracted; input++)
        {
            for (int output = 0; output < outputs; output++)
                Unsafe.Add(ref sums, output * Stride(contracted) + input) = Unsafe.Add(ref gradient, input * Layout.PanelWidth + output);
        }
    }

    /// <summary>The sums become the gradient.</summary>
    /// <inheritdoc cref="Load"/>
    public static void Store(ref float gradient, ref float sums, int contracted, int outputs)
    {
        for (int input = 0; input < contracted; input++)
        {
            for (int output = 0; output < outputs; output++)
                Unsafe.Add(ref gradient, input * Layout.PanelWidth + output) = Unsafe.Add(ref sums, output * Stride(contracted) + input);
        }
    }
#endif
}
