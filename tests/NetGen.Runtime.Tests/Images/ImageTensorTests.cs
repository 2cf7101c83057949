using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

/// <summary>Images whose numbers lie in another order than the network's, seen through the strides of a tensor.</summary>
public sealed class ImageTensorTests
{
    private const int Images = 5, Height = 11, Width = 10, Channels = 3, Outputs = 4;

    private static readonly nint[] Shape = [Images, Height, Width, Channels];
    private static readonly float[] InOrder = Numbers.Uniform(Images * Height * Width * Channels, seed: 1);
    private static readonly int[] Labels = [3, 0, 1, 3, 2];

    /// <summary>How far the next image, row, column and channel are.</summary>
    public static TheoryData<string, nint[]> Orders => new()
    {
        { "channels first", [Channels * Height * Width, Width, 1, Height * Width] },
        { "columns first", [Channels * Height * Width, 1, Height, Height * Width] },
        { "images last", [1, Channels * Width * Images, Channels * Images, Images] },
        { "a piece of larger images", [20 * 20 * 4, 20 * 4, 4, 1] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Predictions_are_the_same_bits(string order, nint[] strides)
    {
        ImageNet network = new(seed: 2);
        float[] expected = new float[Images * Outputs], actual = new float[expected.Length], transposed = new float[expected.Length];
        network.Predict(InOrder, expected);
        network.Predict(Laid(strides), new TensorSpan<float>(actual, [Images, Outputs]));
        network.Predict(Laid(strides), new TensorSpan<float>(transposed, [Images, Outputs], [1, Images]));

        Assert.True(expected.AsSpan().SequenceEqual(actual), order);
        Assert.All(Enumerable.Range(0, expected.Length), i => Assert.Equal(expected[i], transposed[i % Outputs * Images + i / Outputs]));
        Assert.Equal(network.Accuracy(InOrder, Labels), network.Accuracy(Laid(strides), Labels));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Training_gives_the_same_bits(string order, nint[] strides)
    {
        ImageNet network = new(seed: 2), other = new(seed: 2);
        using var trainer = network.CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, Images);
        using var otherTrainer = other.CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, Images);
        float[] targets = new float[Images * Outputs];
        for (int image = 0; image < Images; image++)
            targets[image * Outputs + Labels[image]] = 1;

        Assert.Equal(trainer.Step(InOrder, Labels), otherTrainer.Step(Laid(strides), Labels));
        Assert.Equal(trainer.Step(InOrder, targets), otherTrainer.Step(Laid(strides), new(targets, [Images, Outputs])));
        Assert.Equal(trainer.Evaluate(InOrder, Labels), otherTrainer.Evaluate(Laid(strides), Labels));
        Assert.Equal(trainer.Evaluate(InOrder, targets), otherTrainer.Evaluate(Laid(strides), new(targets, [Images, Outputs])));
        Assert.All(network.Parameters, parameter =>
            Assert.True(parameter.ToArray().SequenceEqual(other.Parameters[parameter.Name].ToArray()), $"{parameter.Name}, {order}"));
    }

    [Fact]
    public void Images_that_come_out_are_compared_with_targets_in_their_order()
    {
        using var trainer = new PixelNet(seed: 5).CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, 2);
        using var otherTrainer = new PixelNet(seed: 5).CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, 2);
        float[] inputs = Numbers.Uniform(2 * 18, seed: 1), planes = Numbers.Uniform(2 * 12, seed: 2), targets = new float[24];
        ReadOnlyTensorSpan<float> seen = new(planes, [2, 2, 3, 2], [12, 3, 1, 6]);
        seen.FlattenTo(targets);

        Assert.Equal(trainer.Step(inputs, targets), otherTrainer.Step(new ReadOnlyTensorSpan<float>(inputs, [2, 2, 3, 3]), seen));
        Assert.Equal(trainer.Step(inputs, targets), otherTrainer.Step(new ReadOnlyTensorSpan<float>(inputs, [2, 2, 3, 3]), seen));
    }

    [Fact]
    public void A_tensor_whose_dimensions_are_permuted_is_seen_through_its_strides()
    {
        ImageNet network = new(seed: 2);
        float[] expected = new float[Images * Outputs], actual = new float[expected.Length];
        network.Predict(InOrder, expected);
        Tensor<float> channelsFirst = Tensor.CreateFromShape<float>([Images, Channels, Height, Width]);
        for (int i = 0; i < InOrder.Length; i++)
            channelsFirst[i / 330, i % 3, i / 30 % 11, i / 3 % 10] = InOrder[i];

        network.Predict(
            Tensor.PermuteDimensions(channelsFirst, [0, 2, 3, 1]).AsReadOnlyTensorSpan(), new TensorSpan<float>(actual, [Images, Outputs]));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Nothing_is_allocated_for_the_copies_after_the_first()
    {
        ImageNet network = new(seed: 2);
        using var trainer = network.CreateTrainer(new Sgd(0.01f), Loss.SoftmaxCrossEntropy, Images);
        float[] memory = new float[InOrder.Length], outputs = new float[Images * Outputs];
        Call();
        Assert.Equal(0, Allocations.FewestOf(Call));

        void Call()
        {
            ReadOnlyTensorSpan<float> images = new(memory, Shape, [330, 10, 1, 110]);
            trainer.Step(images, Labels);
            trainer.Evaluate(images, Labels);
            network.Accuracy(images, Labels);
            network.Predict(images, new TensorSpan<float>(outputs, [Images, Outputs]));
        }
    }

    [Fact]
    public void Other_shapes_are_refused_by_what_was_expected_and_given()
    {
        ImageNet network = new(seed: 2);
        using var trainer = network.CreateTrainer(new Sgd(0.01f), Loss.SoftmaxCrossEntropy, Images);

        AssertRefused([5, 3, 11, 10], "inputs: expected shape [rows, 11, 10, 3], got [5, 3, 11, 10]. (Parameter 'inputs')");
        AssertRefused([5, 10, 11, 3], "inputs: expected shape [rows, 11, 10, 3], got [5, 10, 11, 3]. (Parameter 'inputs')");
        AssertRefused([55, 10, 3], "inputs: expected shape [rows, 11, 10, 3], got [55, 10, 3]. (Parameter 'inputs')");
        AssertRefused([0, 11, 10, 3], "inputs: expected at least one row, got none. (Parameter 'inputs')");
        Assert.Equal(
            "inputs: expected at most 5 rows, the batch size of the trainer, got 6. (Parameter 'inputs')",
            Assert.Throws<ArgumentException>(
                () => trainer.Step(new ReadOnlyTensorSpan<float>(new float[1980], [6, 11, 10, 3]), Labels)).Message);
        Assert.Equal(0, trainer.StepCount);

        void AssertRefused(nint[] shape, string message)
        {
            Tensor<float> images = Tensor.CreateFromShape<float>(shape);
            Assert.Equal(message, Refusal(() => trainer.Step(images.AsReadOnlyTensorSpan(), Labels)));
            Assert.Equal(message, Refusal(() => trainer.Evaluate(images.AsReadOnlyTensorSpan(), Labels)));
            Assert.Equal(message, Refusal(() => network.Accuracy(images.AsReadOnlyTensorSpan(), Labels)));
        }

        static string Refusal(Action call) => Assert.Throws<ArgumentException>(call).Message;
    }

    /// <summary>The same images, which lie in memory as the strides say.</summary>
    private static ReadOnlyTensorSpan<float> Laid(nint[] strides)
    {
        float[] memory = new float[1 + Shape.Zip(strides).Sum(static pair => (pair.First - 1) * pair.Second)];
        new ReadOnlyTensorSpan<float>(InOrder, Shape).CopyTo(new TensorSpan<float>(memory, Shape, strides));
        return new(memory, Shape, strides);
    }
}
