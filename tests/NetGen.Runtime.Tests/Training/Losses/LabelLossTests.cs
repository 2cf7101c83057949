namespace NetGen.Runtime.Tests;

/// <summary>Cross-entropy by labels is that of targets that are 1 in the label's column, to the last bit.</summary>
public sealed class LabelLossTests
{
    public static TheoryData<int, int, float> Cases =>
        [.. from shape in LossShapes.All from smoothing in (float[])[0, 0.1f] select (shape.Data.Item1, shape.Data.Item2, smoothing)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Labels_give_the_bits_of_targets(int rows, int width, float smoothing)
    {
        SoftmaxCrossEntropy loss = Loss.SoftmaxCrossEntropy with { LabelSmoothing = smoothing };
        LossCase byTargets = Create(rows, width), byLabels = Create(rows, width);
        int[] labels = LabelsOf(rows, width);
        for (int row = 0; row < rows; row++)
            byTargets.Targets[row * width + labels[row]] = 1;

        double expected = loss.SumAndGradient(byTargets.OutputBatch, byTargets.Targets, byTargets.GradientBatch);

        Assert.Equal(expected, loss.SumAndGradient(byLabels.OutputBatch, labels, byLabels.GradientBatch));
        Assert.Equal(expected, loss.Sum(byLabels.OutputBatch, labels));
        Assert.Equal(byTargets.Gradients, byLabels.Gradients);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_width_gives_the_same_bits(int rows, int width, float smoothing)
    {
        int[] labels = LabelsOf(rows, width);
        EveryWidth.AssertSameBits(() => new CrossEntropySubject<int, LabelRow>(smoothing, Create(rows, width), _ => labels));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_the_slope_of_the_definition(int rows, int width, float smoothing)
    {
        const double Step = 1e-4;
        SoftmaxCrossEntropy loss = Loss.SoftmaxCrossEntropy with { LabelSmoothing = smoothing };
        LossCase example = Create(rows, width);
        int[] labels = LabelsOf(rows, width);

        loss.SumAndGradient(example.OutputBatch, labels, example.GradientBatch);

        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < width; column++)
            {
                double slope = (Cost(row, column, Step) - Cost(row, column, -Step)) / (2 * Step);
                Assert.Equal(slope, example.Gradients[row * example.Stride + column] * (double)rows, 1e-6);
            }
        }

        double Cost(int row, int column, double change)
        {
            double[] outputs = example.OutputRow(row), targets = new double[width];
            outputs[column] += change;
            targets[labels[row]] = 1;
            return CrossEntropyReference.RowLoss(outputs, CrossEntropyReference.Smoothed(targets, smoothing));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_label_of_no_output_is_refused(int label)
    {
        LossCase example = Create(3, 7);
        int[] labels = [6, 0, label];

        string message = $"Expected labels from 0 to 6, for 7 classes, but got {label} in row 2.";
        AssertRefused(message, () => Loss.SoftmaxCrossEntropy.Sum(example.OutputBatch, labels));
        AssertRefused(message, () => Loss.SoftmaxCrossEntropy.SumAndGradient(example.OutputBatch, labels, example.GradientBatch));

        static void AssertRefused(string message, Action call) => Assert.StartsWith(
            message, Assert.Throws<ArgumentOutOfRangeException>("labels", call).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_another_number_are_refused()
    {
        LossCase example = Create(3, 7);
        var refusal = Assert.Throws<ArgumentException>("labels", () => Loss.SoftmaxCrossEntropy.Sum(example.OutputBatch, [0, 1]));
        Assert.StartsWith("Expected 3 labels, one for each row of outputs, but got 2.", refusal.Message, StringComparison.Ordinal);
    }

    private static LossCase Create(int rows, int width) => new(rows, width, scale: 4, static _ => 0);

    // The first row has the last class, whose column is followed by padding.
    private static int[] LabelsOf(int rows, int width) => [.. Enumerable.Range(1, rows).Select(row => (row * width - row) % width)];
}
