using BenchmarkDotNet.Attributes;
using NetGen.CompilerServices;
using NetGen.Generated;

namespace NetGen.Benchmarks;

/// <summary>The fused loops that a convolution consists of, one at a time, on images that stay in the cache.</summary>
public class ConvolutionBenchmarks
{
    private AlignedFloats p = null!;
    private AlignedFloats g = null!;
    private AlignedFloats a = null!;
    private AlignedFloats s = null!;
    private KeptGradients kept;
    private RowRange rows;
    private ConvolutionWindow window;
    private int inputs;
    private int outputs;
    private nint bias;
    private nint buffer;

    public static IEnumerable<ImageConvolution> Convolutions =>
    [
        new(16, 16, 32), new(16, 16, 28), new(32, 32, 16), new(32, 32, 14), new(64, 64, 8), new(64, 64, 7), new(64, 64, 16),
        new(128, 128, 8), new(16, 32, 28, Stride: 2), new(32, 64, 14, Stride: 2), new(64, 64, 14, Kernel: 1),
        new(16, 32, 28, Kernel: 1, Stride: 2), new(32, 64, 14, Kernel: 1, Stride: 2), new(1, 32, 28), new(3, 16, 32),
    ];

    [ParamsSource(nameof(Convolutions))]
    public ImageConvolution Convolution { get; set; } = null!;

    private bool IsPixel => Convolution is { Kernel: 1, Stride: 1 };

    private RowRange Pixels => rows.Times(window.Positions);

    [GlobalSetup]
    public void Prepare()
    {
        rows = RowRange.All(ImageConvolution.Images);
        window = Convolution.Window;
        (inputs, outputs) = (Convolution.Inputs, Convolution.Outputs);
        int contracted = window.Taps * Math.Max(inputs, outputs), panels = Math.Max(Layout.Panels(inputs), Layout.Panels(outputs));
        bias = panels * Layout.PanelWidth * contracted;
        buffer = rows.Batch * window.Positions * Layout.RowStride(Math.Max(inputs, outputs));
        int parameters = (int)bias + panels * Layout.PanelWidth;
        int scratch = (int)Math.Max(
            Correlation.WeightGradient(window, inputs, outputs).ScratchLength, Correlation.InputGradient(window, outputs).ScratchLength);
        p = new AlignedFloats(Inputs.Uniform(parameters));
        g = new AlignedFloats(Inputs.Uniform(parameters));
        s = new AlignedFloats(Inputs.Uniform(scratch));
        a = new AlignedFloats(Inputs.Uniform(5 * (int)buffer));
    }

    [Benchmark]
    public void Forward()
    {
        if (IsPixel)
            Kernels.Linear(Pixels, inputs, outputs, ref p.Origin, 0, bias, ref a.Origin, x: 0, to: 2 * buffer);
        else
            Kernels.Convolution(rows, window, inputs, outputs, ref p.Origin, 0, bias, ref s.Origin, ref a.Origin, x: 0, to: 2 * buffer);
    }

    [Benchmark]
    public void ForwardReLUResidual()
    {
        if (IsPixel)
        {
            Kernels.LinearReLUKeepAdd(
                Pixels, inputs, outputs, ref p.Origin, 0, bias, ref a.Origin, x: 0, keep: 4 * buffer, add: 3 * buffer, to: 2 * buffer);
        }
        else
        {
            Kernels.ConvolutionReLUKeepAdd(
                rows, window, inputs, outputs, ref p.Origin, 0, bias, ref s.Origin, ref a.Origin, x: 0, keep: 4 * buffer, add: 3 * buffer,
                to: 2 * buffer);
        }
    }

    [Benchmark]
    public void InputGradient()
    {
        if (IsPixel)
            Kernels.InputGradient(Pixels, inputs, outputs, ref p.Origin, 0, ref s.Origin, ref a.Origin, dz: buffer, to: 2 * buffer);
        else
        {
            Kernels.ConvolutionInputGradient(
                rows, window, inputs, outputs, ref p.Origin, 0, ref s.Origin, ref a.Origin, dz: buffer, to: 2 * buffer);
        }
    }

    [Benchmark]
    public void WeightGradient()
    {
        if (IsPixel)
            Kernels.WeightGradient(Pixels, inputs, outputs, ref g.Origin, 0, bias, ref a.Origin, x: 0, dz: buffer, ref kept);
        else
        {
            Kernels.ConvolutionWeightGradient(
                rows, window, inputs, outputs, ref g.Origin, 0, bias, ref s.Origin, ref a.Origin, x: 0, dz: buffer, ref kept);
        }
    }
}
