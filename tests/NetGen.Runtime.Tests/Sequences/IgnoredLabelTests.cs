namespace NetGen.Runtime.Tests;

/// <summary>Labels of rows that do not count.</summary>
public sealed class IgnoredLabelTests
{
    private static readonly int[] Tokens = [.. Enumerable.Range(0, 2 * 9).Select(static i => i * 5 % 11)];
    private static readonly int[] All = [.. Enumerable.Range(0, 2 * 9).Select(static i => i * 3 % 11)];
    private static readonly int[] Some = [.. All.Select(static (label, i) => i % 4 == 0 ? SoftmaxCrossEntropy.NoLabel : label)];

    [Fact]
    public void The_mean_is_over_rows_that_count()
    {
        NextToken network = new(seed: 1);
        float[] outputs = new float[2 * 9 * 11];
        network.Predict(Tokens, outputs);
        double[] losses = [.. outputs.Chunk(11).Select(static (row, i) =>
            Math.Log(row.Sum(static y => Math.Exp(y))) - row[All[i]])];

        Assert.Equal(
            losses.Where(static (_, i) => i % 4 != 0).Average(),
            network.CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 2).Evaluate(Tokens, Some).Loss, 1e-6);
    }

    [Fact]
    public void A_step_is_that_of_the_rows_that_count()
    {
        // Without attention rows do not depend on each other.
        float[] rows = Numbers.Uniform(6 * 7, seed: 2);
        var (all, kept) = (Step(rows, [3, -100, 8, 9, -100, -100]), Step([.. rows[..7], .. rows[14..28]], [3, 8, 9]));

        Assert.Equal(kept.Loss, all.Loss, 1e-6);
        Assert.Equal(kept.Parameters, all.Parameters, static (a, b) => Math.Abs(a - b) < 1e-6);

        static (float Loss, float[] Parameters) Step(float[] rows, int[] labels)
        {
            ReLULayer<From7To45> network = new();
            float loss = network.CreateTrainer(new Sgd(0.5f), Loss.SoftmaxCrossEntropy, 6).Step(rows, labels);
            return (loss, [.. network.Parameters.SelectMany(static parameter => parameter.ToArray())]);
        }
    }

    [Fact]
    public void Rows_that_do_not_count_are_not_right_or_wrong()
    {
        NextToken network = new(seed: 1);
        float[] outputs = new float[2 * 9 * 11];
        network.Predict(Tokens, outputs);
        int[] predicted = [.. outputs.Chunk(11).Select(static row => row.AsSpan().IndexOf(row.Max()))];
        int[] labels =
        [
            .. predicted.Select(static (label, i) => i % 3 == 0 ? SoftmaxCrossEntropy.NoLabel : i % 3 == 1 ? label : (label + 1) % 11),
        ];

        Assert.Equal(0.5, network.Accuracy(Tokens, labels));
        Assert.Equal(0.5, network.CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 2).Evaluate(Tokens, labels).Accuracy);
    }

    [Fact]
    public void Another_label_may_be_the_one_that_is_ignored()
    {
        NextToken network = new(seed: 1);
        SoftmaxCrossEntropy loss = Loss.SoftmaxCrossEntropy with { IgnoredLabel = 7 };
        int[] labels = [.. Some.Select(static label => label == SoftmaxCrossEntropy.NoLabel ? 7 : label == 7 ? 8 : label)];
        int[] same = [.. labels.Select(static label => label == 7 ? SoftmaxCrossEntropy.NoLabel : label)];

        Assert.Equal(
            network.CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 2).Evaluate(Tokens, same),
            network.CreateTrainer(new Sgd(0.1f), loss, 2).Evaluate(Tokens, labels));
    }

    [Fact]
    public void Labels_that_all_do_not_count_are_an_error()
    {
        var trainer = new NextToken().CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 2);
        int[] none = [.. Enumerable.Repeat(SoftmaxCrossEntropy.NoLabel, 18)];

        Assert.StartsWith(
            "labels: expected at least one that counts, got 18 that are -100",
            Assert.Throws<ArgumentException>(() => trainer.Step(Tokens, none)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_label_is_ignored_the_usual_one_is_wrong()
    {
        SoftmaxCrossEntropy loss = Loss.SoftmaxCrossEntropy with { IgnoredLabel = null };
        var trainer = new NextToken().CreateTrainer(new Sgd(0.1f), loss, 2);

        Assert.StartsWith(
            "labels: expected 0 to 10, for 11 classes, got -100 in row 0, at [0]",
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Step(Tokens, Some)).Message, StringComparison.Ordinal);
    }
}
