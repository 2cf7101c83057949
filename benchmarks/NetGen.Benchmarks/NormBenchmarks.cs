using BenchmarkDotNet.Attributes;
using NetGen.CompilerServices;
using NetGen.Generated;

namespace NetGen.Benchmarks;

/// <summary>Norms with gain (and bias) over 4,096 numbers: in a prediction, in a training step, and backwards.</summary>
public class NormBenchmarks
{
    private const float Epsilon = 1e-5f;

    private AlignedFloats p = null!;
    private AlignedFloats a = null!;
    private RowRange rows;
    private int width;
    private nint buffer;

    public static IEnumerable<ElementRows> Shapes => [new(64, 64), new(16, 256), new(4, 1024)];

    [ParamsSource(nameof(Shapes))]
    public ElementRows Rows { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        (int count, width) = Rows;
        rows = RowRange.All(count);
        buffer = count * Layout.RowStride(width);
        p = new AlignedFloats(Inputs.Uniform(2 * width));
        a = new AlignedFloats(Inputs.Uniform(5 * (int)buffer));
    }

    [Benchmark]
    public void RmsNorm() =>
        Kernels.RmsNormScaleByVector(rows, width, ref p.Origin, ref a.Origin, from: 0, Epsilon, gain: 0, to: 2 * buffer);

    [Benchmark]
    public void RmsNormKept() => Kernels.RmsNormKeepStoreScaleByVector(
        rows, width, ref p.Origin, ref a.Origin, from: 0, Epsilon, inverse: 4 * buffer, to: 2 * buffer, gain: 0, to2: 3 * buffer);

    [Benchmark]
    public void RmsNormGradient() =>
        Kernels.RmsNormGradientAdd(
            rows, width, ref a.Origin, from: 0, normalized: buffer, inverse: 4 * buffer, add: 3 * buffer, to: 2 * buffer);

    [Benchmark]
    public void LayerNorm() =>
        Kernels.LayerNormScaleByVectorAddVector(
            rows, width, ref p.Origin, ref a.Origin, from: 0, Epsilon, gain: 0, vector: width, to: 2 * buffer);

    [Benchmark]
    public void LayerNormKept() => Kernels.LayerNormKeepStoreScaleByVectorAddVector(
        rows, width, ref p.Origin, ref a.Origin, from: 0, Epsilon, inverse: 4 * buffer, to: 2 * buffer, gain: 0, vector: width,
        to2: 3 * buffer);

    [Benchmark]
    public void LayerNormGradient() =>
        Kernels.LayerNormGradient(rows, width, ref a.Origin, from: 0, normalized: buffer, inverse: 4 * buffer, to: 2 * buffer);
}
