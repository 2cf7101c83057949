using BenchmarkDotNet.Attributes;
using NetGen.CompilerServices;
using NetGen.Generated;

namespace NetGen.Benchmarks;

/// <summary>The fused loops that a layer of a network consists of, one at a time, on memory that stays in the cache.</summary>
public class KernelBenchmarks
{
    // Multiples of 16 beside the odd widths, to compare with.
    private static readonly int[] Widths = [32, 45, 46, 48, 63, 64, 65, 80, 100, 112, 128, 256, 1024];

    private AlignedFloats p = null!;
    private AlignedFloats g = null!;
    private AlignedFloats a = null!;
    private AlignedFloats s = null!;
    private AdamUpdate adam;
    private KeptGradients kept;
    private RowRange rows;
    private int width;
    private nint bias;
    private nint buffer;

    public static IEnumerable<SquareProduct> Products => Widths.Select(static width => new SquareProduct(64, width));

    [ParamsSource(nameof(Products))]
    public SquareProduct Product { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        rows = RowRange.All(Product.Rows);
        width = Product.Width;
        bias = Layout.Panels(width) * Layout.PanelWidth * width;
        buffer = Product.Rows * Layout.RowStride(width);
        int parameters = (int)bias + Layout.Panels(width) * Layout.PanelWidth;
        p = new AlignedFloats(Inputs.Uniform(parameters));
        g = new AlignedFloats(Inputs.Uniform(parameters));
        s = new AlignedFloats(Inputs.Uniform(Layout.Panels(width) * Layout.PanelWidth * Layout.PanelWidth));
        a = new AlignedFloats(Inputs.Uniform(6 * (int)buffer));
        adam = new AdamUpdate(p, g, parameters);
    }

    [Benchmark]
    public void Forward() => Kernels.Linear(rows, width, width, ref p.Origin, 0, bias, ref a.Origin, x: 0, to: 2 * buffer);

    [Benchmark]
    public void ForwardReLUResidual() =>
        Kernels.LinearReLUKeepAdd(rows, width, width, ref p.Origin, 0, bias, ref a.Origin, x: 0, keep: 5 * buffer, add: 0, to: 2 * buffer);

    [Benchmark]
    public void ForwardGelu() =>
        Kernels.LinearGeluKeep(rows, width, width, ref p.Origin, 0, bias, ref a.Origin, x: 0, keep: 3 * buffer, to: 2 * buffer);

    [Benchmark]
    public void InputGradient() =>
        Kernels.InputGradient(rows, width, width, ref p.Origin, 0, ref s.Origin, ref a.Origin, dz: buffer, to: 2 * buffer);

    [Benchmark]
    public void InputGradientReLUResidual() => Kernels.InputGradientAddStoreReLUGradient(
        rows, width, width, ref p.Origin, 0, ref s.Origin, ref a.Origin, dz: buffer, add: 4 * buffer, to: 2 * buffer, kept: 5 * buffer,
        to2: 3 * buffer);

    [Benchmark]
    public void WeightGradient() =>
        Kernels.WeightGradient(rows, width, width, ref g.Origin, 0, bias, ref a.Origin, x: 0, dz: buffer, ref kept);

    [Benchmark]
    public void WeightGradientAdam() =>
        Kernels.WeightGradient(rows, width, width, ref g.Origin, 0, bias, ref a.Origin, x: 0, dz: buffer, ref adam);
}
