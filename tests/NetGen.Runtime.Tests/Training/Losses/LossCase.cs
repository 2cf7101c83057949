using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>
/// Outputs and targets in memory as a trainer holds it: NaN lies in the padding behind outputs, and right behind the targets.
/// </summary>
internal sealed class LossCase
{
    private readonly float[] targets;

    public LossCase(int rows, int width, float scale, Func<SeededRandom, float> target)
    {
        Rows = rows;
        Width = width;
        Stride = Layout.RowStride(width);
        SeededRandom random = new(8);
        targets = [.. Enumerable.Range(0, rows * width).Select(_ => target(random)), .. Enumerable.Repeat(float.NaN, 16)];
        Outputs = [.. Enumerable.Range(0, rows * Stride).Select(i => i % Stride < width ? random.NextSingle(-scale, scale) : float.NaN)];
        Gradients = new float[rows * Stride];
    }

    public int Rows { get; }

    public int Width { get; }

    public int Stride { get; }

    public float[] Outputs { get; }

    public float[] Gradients { get; }

    public Span<float> Targets => targets.AsSpan(0, Rows * Width);

    public BatchSpan OutputBatch => new(ref Outputs[0], Rows, Width);

    public BatchSpan GradientBatch => new(ref Gradients[0], Rows, Width);

    public double[] OutputRow(int row) => [.. Outputs.AsSpan(row * Stride, Width).ToArray()];

    public double[] TargetRow(int row) => [.. Targets.Slice(row * Width, Width).ToArray()];
}
