namespace NetGen.Runtime.Tests;

/// <summary>What every loss must do, held against its definition in double precision.</summary>
public abstract class LossTests<TLoss>(TLoss loss)
    where TLoss : struct, ILoss
{
    [Theory]
    [MemberData(nameof(LossShapes.WithScales), MemberType = typeof(LossShapes))]
    public void Sum_is_that_of_the_definition(int rows, int width, float scale)
    {
        LossCase example = Create(rows, width, scale);
        double expected = Enumerable.Range(0, rows).Sum(row => RowLoss(example.OutputRow(row), example.TargetRow(row)));

        double sum = loss.Sum(example.OutputBatch, example.Targets);

        Assert.Equal(expected, sum, 1e-6 * expected + 1e-7 * rows);
        Assert.Equal(sum, loss.SumAndGradient(example.OutputBatch, example.Targets, example.GradientBatch));
    }

    [Theory]
    [MemberData(nameof(LossShapes.All), MemberType = typeof(LossShapes))]
    public void Gradient_is_the_slope_of_the_mean(int rows, int width)
    {
        const double Step = 1e-4;
        LossCase example = Create(rows, width, scale: 4);
        double terms = (double)rows * loss.TermsPerRow(width);

        loss.SumAndGradient(example.OutputBatch, example.Targets, example.GradientBatch);

        for (int row = 0; row < rows; row++)
        {
            double[] outputs = example.OutputRow(row);
            double[] targets = example.TargetRow(row);
            for (int column = 0; column < width; column++)
            {
                double output = outputs[column];
                outputs[column] = output + Step;
                double above = RowLoss(outputs, targets);
                outputs[column] = output - Step;
                double below = RowLoss(outputs, targets);
                outputs[column] = output;
                double slope = (above - below) / (2 * Step);
                Assert.Equal(slope, example.Gradients[row * example.Stride + column] * terms, 1e-6 * Math.Max(1, Math.Abs(slope)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(LossShapes.WithScales), MemberType = typeof(LossShapes))]
    public void Padding_of_the_gradient_stays_zero_and_no_padding_is_read(int rows, int width, float scale)
    {
        LossCase example = Create(rows, width, scale);
        example.Outputs[^example.Stride] = float.NaN;

        loss.SumAndGradient(example.OutputBatch, example.Targets, example.GradientBatch);

        for (int i = 0; i < example.Gradients.Length; i++)
        {
            if (i % example.Stride >= width)
                Assert.Equal(0f, example.Gradients[i]);
            else if (i / example.Stride < rows - 1)
                Assert.True(float.IsFinite(example.Gradients[i]));
        }
    }

    [Theory]
    [MemberData(nameof(LossShapes.All), MemberType = typeof(LossShapes))]
    public void Every_width_gives_the_same_bits(int rows, int width) => AssertSameBits(() => Create(rows, width, scale: 4));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(39)]
    public void NaN_in_an_output_stays_visible(int column)
    {
        LossCase example = Create(2, 40, scale: 1);
        example.Outputs[column] = float.NaN;

        Assert.Equal(double.NaN, loss.SumAndGradient(example.OutputBatch, example.Targets, example.GradientBatch));
        Assert.Equal(float.NaN, example.Gradients[column]);
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(1_000_000)]
    public void Wide_rows_lose_no_digits(int width)
    {
        LossCase example = Create(1, width, scale: 1);
        Array.Fill(example.Outputs, 0.1f, 0, width);
        example.Targets.Fill(1e-3f);
        double expected = RowLoss(example.OutputRow(0), example.TargetRow(0));
        Assert.Equal(expected, loss.Sum(example.OutputBatch, example.Targets), 1e-6 * expected);
    }

    [Theory]
    [InlineData(3e38f, -1e38f, 1f, 0f)]
    [InlineData(3e38f, -1e38f, 0f, 1f)]
    [InlineData(-3e38f, -3.4e38f, 1f, 1f)]
    [InlineData(1e20f, 1e25f, 0.5f, 0.5f)]
    public void No_output_is_too_great(float first, float second, float firstTarget, float secondTarget)
    {
        LossCase example = Create(3, 2, scale: 1);
        (example.Outputs[example.Stride], example.Outputs[example.Stride + 1]) = (first, second);
        (example.Targets[2], example.Targets[3]) = (firstTarget, secondTarget);
        double expected = Enumerable.Range(0, 3).Sum(row => RowLoss(example.OutputRow(row), example.TargetRow(row)));

        double sum = loss.SumAndGradient(example.OutputBatch, example.Targets, example.GradientBatch);

        Assert.Equal(expected, sum, 1e-6 * expected);
        Assert.All(example.Gradients, static slope => Assert.True(float.IsFinite(slope)));
    }

    [Theory]
    [InlineData(3e38f, 0f)]
    [InlineData(1e20f, 0f)]
    [InlineData(-3e38f, 1f)]
    public void A_slope_of_a_single_output_is_infinite_only_where_it_is_beyond_the_greatest_float(float output, float target)
    {
        const double Step = 1e-4;
        double above = RowLoss([output * (1 + Step)], [target]), below = RowLoss([output * (1 - Step)], [target]);
        double slope = (above - below) / (2 * Step * output);

        (double sum, float[] gradient) = Row([output], [target]);

        double expected = RowLoss([output], [target]);
        Assert.Equal(expected, sum, 1e-6 * Math.Abs(expected));
        if (Math.Abs(slope) > float.MaxValue)
            Assert.Equal(slope > 0 ? float.PositiveInfinity : float.NegativeInfinity, gradient[0]);
        else
            Assert.Equal(slope, gradient[0], 1e-6 * Math.Abs(slope));
    }

    [Fact]
    public void Targets_of_another_length_are_refused()
    {
        LossCase example = Create(2, 7, scale: 1);
        ArgumentException refusal = Assert.Throws<ArgumentException>("targets", () => loss.Sum(example.OutputBatch, example.Targets[1..]));
        Assert.Contains("2 x 7", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("13", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_of_another_shape_are_refused()
    {
        LossCase example = Create(2, 7, scale: 1);
        Assert.Throws<ArgumentException>(
            "gradients", () => loss.SumAndGradient(example.OutputBatch, example.Targets, Create(7, 2, scale: 1).GradientBatch));
    }

    /// <summary>The definition: the sum of the terms of a row.</summary>
    protected abstract double RowLoss(double[] outputs, double[] targets);

    private protected virtual float Target(SeededRandom random) => random.NextSingle(-1, 1);

    private protected abstract void AssertSameBits(Func<LossCase> create);

    private protected LossCase Create(int rows, int width, float scale) => new(rows, width, scale, Target);

    /// <summary>The only row's gradient and loss, for one output and its target in each column.</summary>
    private protected (double Loss, float[] Gradient) Row(float[] outputs, float[] targets)
    {
        LossCase example = Create(1, outputs.Length, scale: 1);
        outputs.CopyTo(example.Outputs, 0);
        targets.CopyTo(example.Targets);
        double sum = loss.SumAndGradient(example.OutputBatch, example.Targets, example.GradientBatch);
        return (sum, example.Gradients[..outputs.Length]);
    }
}
