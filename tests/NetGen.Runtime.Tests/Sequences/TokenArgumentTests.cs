namespace NetGen.Runtime.Tests;

/// <summary>Tokens and lengths that are wrong are named, and change nothing.</summary>
public sealed class TokenArgumentTests
{
    private static readonly int[] Labels = [1, 2];

    [Fact]
    public void A_token_that_is_not_of_the_vocabulary_is_named_by_row_and_position()
    {
        int[] tokens = new int[18];
        tokens[9 + 4] = 11;

        Assert.StartsWith(
            "inputs: expected tokens from 0 to 10, got 11 in row 1, position 4 (counted from 0).",
            Assert.Throws<ArgumentOutOfRangeException>(() => new SequenceClass().Predict(tokens, new float[6])).Message,
            StringComparison.Ordinal);
        tokens[9 + 4] = -1;
        Assert.Throws<ArgumentOutOfRangeException>(() => Step(tokens));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequenceClass().Accuracy(tokens, Labels));
    }

    [Fact]
    public void Floats_for_tokens_and_tokens_for_floats_are_named()
    {
        Assert.StartsWith(
            "inputs: expected tokens for SequenceClass, an int[] or a ReadOnlySpan<int>, got 18 floats.",
            Assert.Throws<ArgumentException>(() => new SequenceClass().Predict(new float[18], new float[6])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "inputs: expected floats for VectorClasses, got 36 tokens.",
            Assert.Throws<ArgumentException>(() => new VectorClasses().Predict(new int[36], new float[27])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lengths: expected 2, one for each row, got 1.", 3)]
    [InlineData("lengths: expected 1 to 9, got 0 in row 1 (counted from 0).", 9, 0)]
    [InlineData("lengths: expected 1 to 9, got 10 in row 0 (counted from 0).", 10, 1)]
    public void Wrong_lengths_are_named(string message, params int[] lengths) => Assert.StartsWith(
        message,
        Assert.ThrowsAny<ArgumentException>(() => new SequenceClass().Predict(new Inputs(new int[18], lengths), new float[6])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Lengths_of_what_is_no_sequence_are_named() => Assert.StartsWith(
        "lengths: expected none, since",
        Assert.Throws<ArgumentException>(() => new ReLULayer<From7To45>().Predict(new Inputs(new float[7], [1]), new float[45])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Part_of_a_sequence_is_named() => Assert.StartsWith(
        "inputs: expected a multiple of 9 tokens, one row of 9 for each example, got 10.",
        Assert.Throws<ArgumentException>(() => new SequenceClass().Predict(new int[10], new float[6])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_network_of_tokens_tells_its_vocabulary()
    {
        Assert.Equal(11, SequenceClass.Info.Vocabulary);
        Assert.Equal([9], SequenceClass.Info.InputShape);
        Assert.Null(VectorClasses.Info.Vocabulary);
    }

    private static float Step(int[] tokens) =>
        new SequenceClass().CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 2).Step(tokens, Labels);
}
