using BenchmarkDotNet.Attributes;
using NetGen.CompilerServices;
using NetGen.Generated;

namespace NetGen.Benchmarks;

/// <summary>
/// What passes over images beside their convolutions, and for comparison a copy, which reads and writes every number once.
/// </summary>
public class ImageBenchmarks
{
    private AlignedFloats a = null!;
    private AlignedFloats key = null!;
    private RowRange rows;
    private PoolWindow window;
    private int channels;
    private nint buffer;

    public static IEnumerable<ImageBuffer> Buffers => [new(4, 28, 16), new(4, 14, 32), new(64, 28, 32), new(64, 14, 64)];

    [ParamsSource(nameof(Buffers))]
    public ImageBuffer Images { get; set; } = null!;

    private nint Statistics => 3 * buffer;

    [GlobalSetup]
    public void Prepare()
    {
        (int images, int side, channels) = Images;
        rows = RowRange.All(images);
        window = new PoolWindow(side, side, 2, 2, 0);
        buffer = images * side * side * Layout.RowStride(channels);
        a = new AlignedFloats(Inputs.Uniform(4 * (int)buffer));
        // The third word of a step's key says what it is for: 2 stands for a step that trains.
        key = new AlignedFloats([0, 0, BitConverter.Int32BitsToSingle(2)]);
        MaxPool();
    }

    [Benchmark(Baseline = true)]
    public void Copy() => a.Slice(0, (int)buffer).CopyTo(a.Slice(buffer, (int)buffer));

    [Benchmark]
    public void MaxPool() => CompilerServices.MaxPool.Apply(
        rows, window, channels, ref a.Origin, from: 0, to: 2 * buffer, index: 2 * buffer + buffer / 4);

    [Benchmark]
    public void MaxPoolGradient() => CompilerServices.MaxPool.Backpropagate(
        rows, window, channels, ref a.Origin, from: 2 * buffer, index: 2 * buffer + buffer / 4, to: buffer);

    [Benchmark]
    public void AvgPool() => CompilerServices.AvgPool.Apply(rows, window, channels, ref a.Origin, from: 0, to: 2 * buffer);

    [Benchmark]
    public void AvgPoolGradient() =>
        CompilerServices.AvgPool.Backpropagate(rows, window, channels, ref a.Origin, from: 2 * buffer, to: buffer);

    [Benchmark]
    public void BatchNormMoments() => BatchNormalization.Moments(
        rows.Times(window.Height * window.Width), channels, ref key.Origin, ref a.Origin, from: 0, to: Statistics);

    [Benchmark]
    public void BatchNorm() => Kernels.BatchNorm(
        rows.Times(window.Height * window.Width), channels, ref a.Origin, from: 0, statistics: Statistics, to: buffer);
}
