using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

public class MeanSquaredErrorTests
{
    public static TheoryData<int, int> Shapes => [(1, 1), (3, 7), (2, 16), (5, 45), (64, 64), (3, 65), (2, 257)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sum_and_gradient_are_those_of_the_definition(int rows, int width)
    {
        Case example = new(rows, width);
        double expected = 0;
        double[] slopes = new double[rows * Layout.RowStride(width)];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < width; column++)
            {
                int place = row * Layout.RowStride(width) + column;
                double difference = (double)example.Outputs[place] - example.Targets[row * width + column];
                expected += difference * difference;
                slopes[place] = 2 * difference / (rows * width);
            }
        }

        double sum = Loss.MeanSquaredError.SumAndGradient(example.OutputBatch, example.Targets, example.GradientBatch);

        Assert.InRange(sum / expected, 1 - 1e-6, 1 + 1e-6);
        Assert.Equal(sum, Loss.MeanSquaredError.Sum(example.OutputBatch, example.Targets));
        for (int i = 0; i < slopes.Length; i++)
            Assert.InRange(example.Gradients[i] - slopes[i], -3e-7 * Math.Abs(slopes[i]), 3e-7 * Math.Abs(slopes[i]));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_width_gives_the_same_bits(int rows, int width) => EveryWidth.AssertSameBits(() => new Case(rows, width));

    [Fact]
    public void NaN_in_an_output_stays_visible()
    {
        Case example = new(2, 7);
        example.Outputs[3] = float.NaN;
        Assert.Equal(double.NaN, Loss.MeanSquaredError.Sum(example.OutputBatch, example.Targets));
    }

    [Fact]
    public void Targets_of_another_length_are_refused()
    {
        Case example = new(2, 7);
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            "targets", () => Loss.MeanSquaredError.Sum(example.OutputBatch, example.Targets.AsSpan(1)));
        Assert.Contains("2 x 7", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("13", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_of_another_shape_are_refused() =>
        Assert.Throws<ArgumentException>(
            "gradients",
            () => Loss.MeanSquaredError.SumAndGradient(new Case(2, 7).OutputBatch, new Case(2, 7).Targets, new Case(7, 2).GradientBatch));

    private sealed class Case : EveryWidth.ISubject
    {
        private readonly int rows;
        private readonly int width;

        public Case(int rows, int width)
        {
            this.rows = rows;
            this.width = width;
            int stride = Layout.RowStride(width);
            SeededRandom random = new(8);
            Targets = [.. Enumerable.Range(0, rows * width).Select(_ => random.NextSingle(-1, 1))];
            Outputs = [.. Enumerable.Range(0, rows * stride).Select(i => i % stride < width ? random.NextSingle(-1, 1) : 0f)];
            Gradients = new float[rows * stride];
        }

        public float[] Targets { get; }

        public float[] Outputs { get; }

        public float[] Gradients { get; }

        public BatchSpan OutputBatch => new(ref Outputs[0], rows, width);

        public BatchSpan GradientBatch => new(ref Gradients[0], rows, width);

        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            MeanSquaredError.Work work = new(OutputBatch, Targets, GradientBatch, withGradients: true);
            work.Run<TSimd, TVector>();
            return [.. Gradients, (float)work.Sum, (float)(work.Sum - (float)work.Sum)];
        }
    }
}
