namespace NetGen.Runtime.Tests;

/// <summary>Sequences that are shorter than others: what lies behind their end counts for nothing.</summary>
public sealed class LengthTests
{
    private const int Length = 9;
    private static readonly int[] Lengths = [9, 1, 4, 8];

    [Fact]
    public void What_lies_behind_the_end_of_a_sequence_does_not_change_its_class()
    {
        SequenceClass network = new(seed: 3);
        float[] expected = new float[4 * 3], actual = new float[4 * 3];

        network.Predict(new Inputs(Tokens(seed: 1), Lengths), expected);
        network.Predict(new Inputs(Replaced(Tokens(seed: 1)), Lengths), actual);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_sequence_of_all_positions_is_one_without_a_length()
    {
        SequenceClass network = new(seed: 3);
        float[] expected = new float[4 * 3], actual = new float[4 * 3];

        network.Predict(Tokens(seed: 1), expected);
        network.Predict(new Inputs(Tokens(seed: 1), [Length, Length, Length, Length]), actual);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Threads_predict_sequences_of_several_lengths_alike()
    {
        SequenceClass network = new(seed: 3);
        using Predictor<SequenceClass> predictor = network.CreatePredictor(threads: 3);
        float[] expected = new float[4 * 3], actual = new float[4 * 3];

        network.Predict(new Inputs(Tokens(seed: 1), Lengths), expected);
        predictor.Predict(new Inputs(Tokens(seed: 1), Lengths), actual);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void What_lies_behind_the_end_of_a_sequence_does_not_change_a_step()
    {
        (float Loss, float[] Parameters) Step(int[] tokens)
        {
            SequenceClass network = new(seed: 3);
            int[] labels = [0, 1, 2, 1];
            float loss = network.CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 4).Step(new Inputs(tokens, Lengths), labels);
            return (loss, AllOf(network.Parameters.Where(static parameter => parameter.Name != "0.weight")));
        }

        var (expected, actual) = (Step(Tokens(seed: 1)), Step(Replaced(Tokens(seed: 1))));
        Assert.Equal(expected.Loss, actual.Loss);
        Assert.Equal(expected.Parameters, actual.Parameters);
    }

    [Fact]
    public void Outputs_of_positions_behind_the_end_do_not_count_in_a_loss()
    {
        VectorClasses network = new(seed: 3);
        float[] values = Numbers.Uniform(4 * Length * 4, seed: 5), targets = Numbers.Uniform(4 * Length * 3, seed: 6);
        float[] outputs = new float[4 * Length * 3];
        network.Predict(new Inputs(values, Lengths), outputs);
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            if (i % (Length * 3) / 3 < Lengths[i / (Length * 3)])
                sum += (outputs[i] - targets[i]) * (double)(outputs[i] - targets[i]);
        }

        var trainer = network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, 4);

        Assert.Equal(sum / (Lengths.Sum() * 3), trainer.Evaluate(new Inputs(values, Lengths), targets), 1e-6);
        Assert.Equal(sum / (Lengths.Sum() * 3), trainer.Step(new Inputs(values, Lengths), targets), 1e-6);
    }

    [Fact]
    public void Labels_of_positions_behind_the_end_do_not_count()
    {
        (ClassEvaluation Evaluation, double Accuracy) Judge(int behind)
        {
            VectorClasses network = new(seed: 3);
            int[] labels = [.. Enumerable.Range(0, 4 * Length).Select(i => i % Length < Lengths[i / Length] ? i % 3 : behind)];
            Inputs inputs = new(Numbers.Uniform(4 * Length * 4, seed: 5), Lengths);
            return (
                network.CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 4).Evaluate(inputs, labels),
                network.Accuracy(inputs, labels));
        }

        Assert.Equal(Judge(0), Judge(2));
        Assert.Equal(Judge(0), Judge(SoftmaxCrossEntropy.NoLabel));
    }

    [Fact]
    public void Positions_behind_the_end_do_not_count_behind_a_token_in_front_either()
    {
        (float Loss, float[] Parameters) Step(int[] tokens)
        {
            PositionClasses network = new(seed: 3);
            int[] labels = [.. Enumerable.Range(0, 4 * (Length + 1)).Select(static i => i % 3)];
            float loss = network.CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 4).Step(new Inputs(tokens, Lengths), labels);
            return (loss, AllOf(network.Parameters));
        }

        var (expected, actual) = (Step(Tokens(seed: 1)), Step(Replaced(Tokens(seed: 1))));
        Assert.Equal(expected.Loss, actual.Loss);
        Assert.Equal(expected.Parameters, actual.Parameters);
    }

    [Fact]
    public void Sequences_of_all_positions_train_as_without_lengths()
    {
        float[] Step(int[] lengths)
        {
            VectorClasses network = new(seed: 3);
            float[] values = Numbers.Uniform(4 * Length * 4, seed: 5), targets = Numbers.Uniform(4 * Length * 3, seed: 6);
            network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, 4).Step(new Inputs(values, lengths), targets);
            return AllOf(network.Parameters);
        }

        Assert.Equal(Step([]), Step([Length, Length, Length, Length]));
    }

    [Fact]
    public void Huge_numbers_behind_the_end_of_a_sequence_come_to_nothing()
    {
        VectorClasses network = new(seed: 3);
        float[] values = Numbers.Uniform(4 * Length * 4, seed: 5);
        for (int i = 0; i < values.Length; i++)
            values[i] = i % (Length * 4) / 4 < Lengths[i / (Length * 4)] ? values[i] : 3e38f;

        network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, 4)
            .Step(new Inputs(values, Lengths), Numbers.Uniform(4 * Length * 3, seed: 6));

        Assert.All(AllOf(network.Parameters), static value => Assert.True(float.IsFinite(value)));
    }

    // With one token everywhere, the gradient of its vector is that of the bias behind it, times the weight.
    [Fact]
    public void The_gradient_of_a_token_that_is_everywhere_is_precise()
    {
        FrequentTokens network = new(seed: 1);
        var trainer = network.CreateTrainer(new Sgd(0f), Loss.MeanSquaredError, 400);
        trainer.Step(new int[400 * 1000], Numbers.Uniform(400 * 1000 * 2, seed: 2));
        float[] weight = network.Parameters["1.weight"].ToArray(), bias = trainer.Gradients["1.bias"].ToArray();

        double[] expected = [.. Enumerable.Range(0, 2).Select(i => bias[0] * (double)weight[i] + bias[1] * (double)weight[2 + i])];
        Assert.Equal(expected, trainer.Gradients["0.weight"].ToArray()[..2].Select(static x => (double)x),
            static (a, b) => Math.Abs(a - b) <= 2e-5 * Math.Abs(a));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(Length)]
    public void A_sequence_by_itself_trains_as_in_a_pass_over_all_positions(int length)
    {
        int[] tokens = Tokens(seed: 1)[..Length];
        int[] labels = [.. Enumerable.Range(0, Length).Select(i => i < length ? (i * 7) % 11 : SoftmaxCrossEntropy.NoLabel)];
        NextToken shortened = new(seed: 3), whole = new(seed: 3);
        var trainer = shortened.CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, 1);
        var other = whole.CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, 1);
        for (int step = 0; step < 3; step++)
            Assert.Equal(other.Step(tokens, labels), trainer.Step(new Inputs(tokens, [length]), labels));

        Assert.Equal(AllOf(whole.Parameters), AllOf(shortened.Parameters));
    }

    private static int[] Tokens(int seed) => [.. Numbers.Uniform(4 * Length, seed).Select(static x => (int)((x + 1) * 5.4f) % 11)];

    private static int[] Replaced(int[] tokens) =>
        [.. tokens.Select(static (token, i) => i % Length < Lengths[i / Length] ? token : (token + 3) % 11)];

    private static float[] AllOf(IEnumerable<Parameter> parameters) => [.. parameters.SelectMany(static parameter => parameter.ToArray())];
}
