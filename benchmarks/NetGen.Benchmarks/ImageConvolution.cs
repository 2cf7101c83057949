using NetGen.Benchmarks.Measuring;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks;

/// <summary>A convolution of eight images, or one of the two products of its backward pass, which have the same size.</summary>
/// <param name="Inputs">Channels of the images.</param>
/// <param name="Outputs">Channels of the outputs.</param>
/// <param name="Side">Rows and columns of the images.</param>
/// <param name="Kernel">Rows and columns of the window.</param>
/// <param name="Stride">How far it moves.</param>
public sealed record ImageConvolution(int Inputs, int Outputs, int Side, int Kernel = 3, int Stride = 1) : IWork
{
    /// <summary>As many as stay in a second-level cache.</summary>
    public const int Images = 8;

    private int OutSide => (Side + Stride - 1) / Stride;

    /// <summary>The window, with as many outputs as there are whole or begun strides.</summary>
    public ConvolutionWindow Window => new(Side, Side, Kernel, Stride, (Kernel - 1) / 2, OutSide, OutSide);

    public double Flops => 2.0 * Images * OutSide * OutSide * Kernel * Kernel * Inputs * Outputs;

    public override string ToString() => $"{Kernel} x {Kernel}, {Inputs} to {Outputs}, {Side} x {Side}, stride {Stride}";
}
