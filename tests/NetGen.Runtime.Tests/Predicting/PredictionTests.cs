using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

public sealed class PredictionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void Predictions_are_those_of_the_definition(int rows)
    {
        Compare<From7To45>(rows);
        Compare<From45To7>(rows);
        Compare<From64To64>(rows);
        Compare<From130To1>(rows);

        static void Compare<TShape>(int rows)
            where TShape : struct, IShape
        {
            ReLULayer<TShape> network = new(seed: 5);
            float[] inputs = Numbers.Uniform(rows * TShape.Inputs, seed: rows);
            float[] outputs = new float[rows * TShape.Outputs];

            network.Predict(inputs, outputs);

            double[] expected = ReLULayerReference.Of(network).Outputs(inputs);
            for (int i = 0; i < outputs.Length; i++)
                Assert.Equal(expected[i], outputs[i], 1e-5);
        }
    }

    [Fact]
    public void No_rows_are_no_work()
    {
        new ReLULayer<From7To45>().Predict([], []);
        new ReLULayer<From7To45>().Predict(
            Tensor.CreateFromShape<float>([0, 7]).AsReadOnlyTensorSpan(), Tensor.CreateFromShape<float>([0, 45]).AsTensorSpan());
    }

    [Fact]
    public void Lengths_must_fit()
    {
        ReLULayer<From7To45> network = new();

        var inputs = Assert.Throws<ArgumentException>(() => network.Predict(new float[15], new float[90]));
        var outputs = Assert.Throws<ArgumentException>(() => network.Predict(new float[14], new float[91]));

        Assert.StartsWith(
            "inputs: expected a multiple of 7 floats, one row of 7 for each example, got 15.", inputs.Message, StringComparison.Ordinal);
        Assert.StartsWith("outputs: expected 90 floats, 2 rows of 45, got 91.", outputs.Message, StringComparison.Ordinal);
        Assert.Equal("inputs", inputs.ParamName);
        Assert.Equal("outputs", outputs.ParamName);
    }

    [Fact]
    public void Outputs_of_the_same_width_may_replace_inputs()
    {
        ReLULayer<From64To64> network = new();
        float[] values = Numbers.Uniform(100 * 64, seed: 1);
        float[] expected = new float[values.Length];
        network.Predict(values, expected);

        network.Predict(values, values);

        Assert.Equal(expected, values);
    }

    [Fact]
    public void Other_overlaps_are_refused_before_anything_is_written()
    {
        float[] values = Numbers.Uniform(4 * 64 + 1, seed: 1);
        float[] before = [.. values];

        var shifted = Assert.Throws<ArgumentException>(
            () => new ReLULayer<From64To64>().Predict(values.AsSpan(0, 256), values.AsSpan(1, 256)));
        Assert.Throws<ArgumentException>(() => new ReLULayer<From7To45>().Predict(values.AsSpan(0, 14), values.AsSpan(0, 90)));

        Assert.Contains("outputs of one block of rows would overwrite inputs of the next", shifted.Message, StringComparison.Ordinal);
        Assert.Equal(before, values);
    }

    [Fact]
    public void Tensors_may_have_any_strides()
    {
        ReLULayer<From7To45> network = new();
        float[] inputs = Numbers.Uniform(70 * 7, seed: 1);
        float[] expected = new float[70 * 45];
        network.Predict(inputs, expected);
        float[] transposed = new float[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            transposed[i % 7 * 70 + i / 7] = inputs[i];

        float[] dense = new float[70 * 45];
        network.Predict(new ReadOnlyTensorSpan<float>(inputs, [70, 7]), new TensorSpan<float>(dense, [70, 45]));
        float[] gapped = new float[70 * 50];
        network.Predict(new ReadOnlyTensorSpan<float>(transposed, [70, 7], [1, 70]), new TensorSpan<float>(gapped, [70, 45], [50, 1]));

        Assert.Equal(expected, dense);
        for (int i = 0; i < gapped.Length; i++)
            Assert.Equal(i % 50 < 45 ? expected[i / 50 * 45 + i % 50] : 0, gapped[i]);
    }

    [Fact]
    public void Shapes_must_fit()
    {
        ReLULayer<From7To45> network = new();

        Assert.StartsWith("inputs: expected shape [rows, 7], got [2, 8].", Refusal(2, 8, 2, 45), StringComparison.Ordinal);
        Assert.StartsWith("outputs: expected shape [rows, 45], got [2, 44].", Refusal(2, 7, 2, 44), StringComparison.Ordinal);
        Assert.StartsWith("outputs: expected as many rows as the inputs have, 2, got 3.", Refusal(2, 7, 3, 45), StringComparison.Ordinal);

        string Refusal(int inputRows, int inputWidth, int outputRows, int outputWidth) =>
            Assert.Throws<ArgumentException>(() => network.Predict(
            Tensor.CreateFromShape<float>([inputRows, inputWidth]).AsReadOnlyTensorSpan(),
            Tensor.CreateFromShape<float>([outputRows, outputWidth]).AsTensorSpan())).Message;
    }

    [Fact]
    public void After_the_first_prediction_nothing_is_allocated()
    {
        ReLULayer<From7To45> network = new();
        float[] inputs = new float[200 * 7];
        float[] outputs = new float[200 * 45];
        network.Predict(inputs.AsSpan(0, 7), outputs.AsSpan(0, 45));

        Assert.Equal(0, Allocations.FewestOf(() => network.Predict(inputs, outputs)));
    }

    [Fact]
    public void Threads_predict_at_once()
    {
        ReLULayer<From7To45> network = new();
        float[][] inputs = [.. Enumerable.Range(0, 8).Select(static seed => Numbers.Uniform(100 * 7, seed))];
        float[][] expected = [.. inputs.Select(Predict)];

        Parallel.For(
            0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.Equal(expected[i % 8], Predict(inputs[i % 8])));

        float[] Predict(float[] values)
        {
            float[] outputs = new float[100 * 45];
            network.Predict(values, outputs);
            return outputs;
        }
    }
}
