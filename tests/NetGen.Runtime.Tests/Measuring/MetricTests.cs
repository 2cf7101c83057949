namespace NetGen.Runtime.Tests;

public sealed class MetricTests
{
    // Scores of three classes in four rows, the last of which has none.
    private static readonly float[] scores = [1, 2, 3, 3, 2, 1, 2, 2, 1, float.NaN, 1, 2];
    private static readonly int[] labels = [2, 2, 1, 1];

    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(2, 0.5)]
    public void Top_classes_count_where_the_right_one_is_among_the_greatest_and_of_equal_ones_the_first(int count, double expected)
    {
        Metric metric = Metrics.TopK(count);

        metric.Add(Three.Info, new Batch(Four, labels), scores);

        Assert.Equal(expected, metric.Value);
    }

    [Fact]
    public void Accuracy_is_what_the_network_says_of_itself()
    {
        ClassNet network = new(seed: 3);
        float[] inputs = [.. Enumerable.Range(0, 500).Select(static i => MathF.Sin(i * i))];
        int[] classes = [.. Enumerable.Range(0, 100).Select(static i => i % 7)];

        Assert.Equal(network.Accuracy(inputs, classes), network.Measure(Metrics.Accuracy(), inputs, classes).Value);
        Assert.Equal(network.Accuracy(inputs, classes), network.Measure(new ConfusionMatrix(7), inputs, classes).Accuracy);
        ExampleBatches batches = ExampleBatches.InOrder(new ExampleSet(100, inputs, classes), batchSize: 30);
        Assert.Equal(network.Accuracy(inputs, classes), network.Measure(Metrics.Accuracy(), batches).Value);
    }

    [Fact]
    public void Targets_stand_for_the_class_of_the_greatest()
    {
        Metric metric = Metrics.Accuracy();

        metric.Add(Three.Info, new Batch(Four, [0f, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0]), scores);

        Assert.Equal(0.5, metric.Value);
    }

    [Fact]
    public void Errors_are_means_over_rows_and_columns()
    {
        (Metric absolute, Metric squared) = (Metrics.MeanAbsoluteError(), Metrics.RootMeanSquaredError());
        Batch batch = new(new Inputs(new float[2], default), [1f, 2, 3]);

        absolute.Add(Three.Info, batch, [1, 4, 0]);
        squared.Add(Three.Info, batch, [1, 4, 0]);

        Assert.Equal(5.0 / 3, absolute.Value);
        Assert.Equal(Math.Sqrt(13.0 / 3), squared.Value);
        Assert.False(squared.HigherIsBetter);
    }

    [Fact]
    public void A_confusion_matrix_counts_classes_and_what_they_are_taken_for()
    {
        ConfusionMatrix matrix = new("shirt", "coat", "bag");

        matrix.Add(Three.Info, new Batch(Four, labels), scores);

        Assert.Equal((1, 1, 1, 1), (matrix[2, 2], matrix[2, 0], matrix[1, 0], matrix[1, -1]));
        Assert.Equal((0.25, 0.5, 0, 0.25), (matrix.Accuracy, matrix.Recall(2), matrix.Recall(1), matrix.Value));
        Assert.Equal((0, 1), (matrix.Precision(0), matrix.Precision(2)));
        Assert.True(double.IsNaN(matrix.Recall(0)));
        Assert.Equal(
            """
                   shirt  coat  bag  recall
            shirt      0     0    0     NaN
            coat       1     0    0   0.0 %
            bag        1     0    1  50.0 %
            """,
            matrix.ToString());
    }

    [Fact]
    public void Rows_that_do_not_count_are_left_out_and_a_cleared_metric_begins_anew()
    {
        Metric metric = Metrics.Accuracy();
        metric.Add(Three.Info, new Batch(Four, labels), scores);
        metric.Clear();

        metric.Add(Three.Info, new Batch(Four, [2, -100, -100, 1]), scores);

        Assert.Equal(0.5, metric.Value);
    }

    [Fact]
    public void Positions_behind_the_end_of_a_sequence_do_not_count()
    {
        TokenNet network = new(seed: 1);
        int positions = TokenNet.Info.InputShape[0];
        float[] inputs = new float[2 * TokenNet.Info.InputLength];
        int[] lengths = [1, positions];
        int width = TokenNet.Info.OutputWidth;
        float[] outputs = new float[2 * TokenNet.Info.OutputLength];
        for (int row = 0; row < 2 * positions; row++)
            outputs[row * width + 1] = 1;
        int[] right = [1, .. Enumerable.Repeat(0, positions - 1), .. Enumerable.Repeat(1, positions)];
        Metric metric = Metrics.Accuracy();

        metric.Add(TokenNet.Info, new Batch(new Inputs(inputs, lengths), right), outputs);

        Assert.Equal(1, metric.Value);
        Assert.NotNull(network);
    }

    [Fact]
    public void What_a_metric_cannot_measure_is_an_exception_that_says_what_it_takes()
    {
        var exception = Assert.Throws<NotSupportedException>(() =>
            Metrics.MeanAbsoluteError().Add(Three.Info, new Batch(Four, labels), scores));

        Assert.Equal("mean absolute error: expected targets, a number for every output, got labels.", exception.Message);
    }

    [Fact]
    public void Softmax_gives_probabilities_of_scores_of_any_size()
    {
        float[] probabilities = new float[6];

        Classes.Softmax([0, MathF.Log(3), 0, 1000, 0, -1000], 3, probabilities);

        float[] expected = [0.2f, 0.6f, 0.2f, 1, 0, 0];
        Assert.All(probabilities.Zip(expected), static pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
    }

    private static Inputs Four => new(new float[8], default);
}

[Network(Input = 2)]
[Linear(3)]
internal sealed partial class Three;
