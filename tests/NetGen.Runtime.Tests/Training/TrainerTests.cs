using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetGen.Runtime.Tests;

public sealed class TrainerTests
{
    private const string Weight = "layers.0.linear.weight";
    private const string Bias = "layers.0.linear.bias";

    [Fact]
    public void A_step_returns_the_loss_before_it_and_descends_the_gradient_whatever_the_batch_before_was()
    {
        const float LearningRate = 0.02f;
        Compare<From7To45>();
        Compare<From45To7>();
        Compare<From64To64>();
        Compare<From130To1>();

        static void Compare<TShape>()
            where TShape : struct, IShape
        {
            ReLULayer<TShape> network = new();
            // A rate at which the widest layer still converges, so that its loss keeps the size that the tolerance is meant for.
            var trainer = network.CreateTrainer(new Descent(LearningRate), Loss.MeanSquaredError, batchSize: 16);
            int seed = 0;
            foreach (int rows in (int[])[16, 5, 16, 1, 9, 9, 16])
            {
                float[] inputs = Numbers.Uniform(rows * TShape.Inputs, seed++);
                float[] targets = Numbers.Uniform(rows * TShape.Outputs, seed++);
                var reference = ReLULayerReference.Of(network);
                float[] weight = network.Parameters[Weight].ToArray();
                float[] bias = network.Parameters[Bias].ToArray();

                float loss = trainer.Step(inputs, targets);

                Assert.Equal(reference.Loss(inputs, targets), loss, 1e-5);
                AssertDescended(weight, reference.WeightGradient(inputs, targets), network.Parameters[Weight].ToArray());
                AssertDescended(bias, reference.BiasGradient(inputs, targets), network.Parameters[Bias].ToArray());
            }

            var slab = MemoryMarshal.CreateReadOnlySpan(ref network.Parameters.Origin, ReLULayer<TShape>.Info.Memory.Parameters);
            int nonZero = network.Parameters.Sum(static parameter => parameter.ToArray().Count(static value => value != 0));
            Assert.Equal(nonZero, slab.Length - slab.Count(0f));
        }

        static void AssertDescended(float[] before, double[] gradient, float[] after)
        {
            for (int i = 0; i < before.Length; i++)
                Assert.Equal(before[i] - LearningRate * gradient[i], after[i], 1e-6);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void The_optimizer_knows_the_step_and_gets_the_states_it_asks_for(int states)
    {
        ReLULayer<From7To45> network = new();
        var trainer = network.CreateTrainer(new Descent(0.1f, states), Loss.MeanSquaredError, batchSize: 4);
        for (int step = 1; step <= 3; step++)
        {
            trainer.Step(new float[7], new float[45]);
            Assert.Equal(step, trainer.StepCount);
            Assert.Equal(step, trainer.Optimizer.LastStep);
        }

        // The last range handed over is the bias: 45 values in two panels.
        OptimizerStates last = trainer.Optimizer.LastStates;
        Assert.Equal(states, last.Count);
        for (int state = 0; state < states; state++)
            Assert.Equal(Enumerable.Repeat(3f, 64), last[state].ToArray());
    }

    [Fact]
    public void An_optimizer_that_remembers_more_than_there_is_room_for_is_refused_before_anything_changes()
    {
        ReLULayer<From7To45> network = new();
        var trainer = network.CreateTrainer(new Descent(0.1f, stateCount: 1), Loss.MeanSquaredError, batchSize: 4);
        float[] before = network.Parameters[Weight].ToArray();
        trainer.Optimizer = new Descent(0.1f, stateCount: 2);

        var exception = Assert.Throws<InvalidOperationException>(() => trainer.Step(new float[7], new float[45]));

        Assert.Contains("at most 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("remembers 2", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters[Weight].ToArray());
        Assert.Equal(0, trainer.StepCount);
    }

    [Fact]
    public void Adam_learns_what_a_layer_can_represent()
    {
        ReLULayer<From7To45> teacher = new(seed: 1);
        ReLULayer<From7To45> network = new(seed: 1);
        network.Parameters[Weight].Scale(0.8f);
        float[] inputs = Numbers.Uniform(32 * 7, seed: 1);
        float[] targets = new float[32 * 45];
        teacher.Predict(inputs, targets);
        var trainer = network.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, batchSize: 32);

        float first = trainer.Evaluate(inputs, targets);
        for (int step = 0; step < 200; step++)
            trainer.Step(inputs, targets);

        Assert.InRange(trainer.Evaluate(inputs, targets), 0, first / 100);
    }

    [Fact]
    public void The_learning_rate_can_change_between_steps()
    {
        ReLULayer<From7To45> network = new();
        var trainer = network.CreateTrainer(new Descent(0.1f), Loss.MeanSquaredError, batchSize: 4);
        float[] before = network.Parameters[Weight].ToArray();

        trainer.Optimizer.LearningRate = 0;
        trainer.Step(Numbers.Uniform(28, 1), Numbers.Uniform(180, 2));

        Assert.Equal(before, network.Parameters[Weight].ToArray());
    }

    [Fact]
    public void Fewer_states_than_none_are_refused()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ReLULayer<From7To45>().CreateTrainer(new Descent(0.1f, -1), Loss.MeanSquaredError, batchSize: 4));

        Assert.Contains("Descent.StateCount: expected 0 or more.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_no_array_holds_is_refused_with_the_largest_that_fits()
    {
        // 7 inputs and twice 45 outputs in padded rows: 16 + 2 * 64 floats.
        int largest = (Array.MaxLength - 15 - 48) / 144;

        var exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ReLULayer<From7To45>().CreateTrainer(new Descent(0.1f), Loss.MeanSquaredError, batchSize: int.MaxValue));

        Assert.Contains($"expected a batch of at most {largest} examples", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ReLULayer<From7To45>().CreateTrainer(new Descent(0.1f), Loss.MeanSquaredError, batchSize: 0));
    }

    [Theory]
    [InlineData(15, 90, "inputs: expected a multiple of 7 floats, one row of 7 for each example, got 15.")]
    [InlineData(14, 89, "targets: expected 90 floats, 2 rows of 45, got 89.")]
    [InlineData(0, 0, "inputs: expected at least one row, got none.")]
    [InlineData(35, 225, "inputs: expected at most 4 rows, the batch size of the trainer, got 5.")]
    public void Lengths_must_fit(int inputs, int targets, string message) =>
        AssertRefused(new float[inputs], new float[targets], message);

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Numbers_must_be_finite(float value, string text)
    {
        float[] inputs = new float[28];
        float[] targets = new float[180];
        inputs[2 * 7 + 6] = value;
        AssertRefused(inputs, targets, $"inputs: expected finite numbers, got {text} in row 2, column 6 (counted from 0).");

        inputs[2 * 7 + 6] = 0;
        targets[3 * 45 + 44] = value;
        AssertRefused(inputs, targets, $"targets: expected finite numbers, got {text} in row 3, column 44 (counted from 0).");
    }

    [Fact]
    public void Tensors_may_have_any_strides()
    {
        float[] inputs = Numbers.Uniform(4 * 10, seed: 1);
        float[] targets = Numbers.Uniform(45 * 4, seed: 2);
        ReadOnlyTensorSpan<float> x = new(inputs, [4, 7], [10, 1]);
        ReadOnlyTensorSpan<float> y = new(targets, [4, 45], [1, 4]);
        float[] denseInputs = new float[28];
        float[] denseTargets = new float[180];
        x.FlattenTo(denseInputs);
        y.FlattenTo(denseTargets);
        ReLULayer<From7To45> network = new();
        ReLULayer<From7To45> other = new();
        var trainer = network.CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 4);
        var otherTrainer = other.CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 4);

        Assert.Equal(trainer.Evaluate(denseInputs, denseTargets), otherTrainer.Evaluate(x, y));
        Assert.Equal(trainer.Step(denseInputs, denseTargets), otherTrainer.Step(x, y));
        Assert.Equal(network.Parameters[Weight].ToArray(), other.Parameters[Weight].ToArray());
    }

    [Fact]
    public void Shapes_must_fit()
    {
        var trainer = new ReLULayer<From7To45>().CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 4);

        Assert.StartsWith("inputs: expected shape [rows, 7], got [7, 4].", Refusal([7, 4], [4, 45]), StringComparison.Ordinal);
        Assert.StartsWith("targets: expected shape [rows, 45], got [180].", Refusal([4, 7], [180]), StringComparison.Ordinal);
        Assert.StartsWith("targets: expected 180 floats, 4 rows of 45, got 135.", Refusal([4, 7], [3, 45]), StringComparison.Ordinal);

        string Refusal(nint[] inputs, nint[] targets)
        {
            Tensor<float> x = Tensor.CreateFromShape<float>(inputs);
            Tensor<float> y = Tensor.CreateFromShape<float>(targets);
            string message =
                Assert.Throws<ArgumentException>(() => trainer.Step(x.AsReadOnlyTensorSpan(), y.AsReadOnlyTensorSpan())).Message;
            Assert.Equal(
                message,
                Assert.Throws<ArgumentException>(() => trainer.Evaluate(x.AsReadOnlyTensorSpan(), y.AsReadOnlyTensorSpan())).Message);
            return message;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(21)]
    public void Evaluation_takes_any_number_of_rows_and_changes_nothing(int rows)
    {
        ReLULayer<From45To7> network = new();
        var trainer = network.CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 8);
        float[] inputs = Numbers.Uniform(rows * 45, seed: 1);
        float[] targets = Numbers.Uniform(rows * 7, seed: 2);
        float[] before = network.Parameters[Weight].ToArray();

        float loss = trainer.Evaluate(inputs, targets);

        Assert.Equal(ReLULayerReference.Of(network).Loss(inputs, targets), loss, 1e-5);
        Assert.Equal(before, network.Parameters[Weight].ToArray());
        Assert.Equal(0, trainer.StepCount);
    }

    [Fact]
    public void Evaluation_is_as_strict_as_training()
    {
        var trainer = new ReLULayer<From7To45>().CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 4);

        Assert.Throws<ArgumentException>(() => trainer.Evaluate([], []));
        Assert.Throws<ArgumentException>(() => trainer.Evaluate(new float[14], new float[45]));
        Assert.Throws<ArgumentException>(() => trainer.Evaluate([1, 2, 3, 4, 5, 6, float.NaN], new float[45]));
    }

    [Fact]
    public void Inspection_has_the_loss_of_a_step_and_changes_nothing()
    {
        ReLULayer<From45To7> network = new();
        var trainer = network.CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 8);
        float[] inputs = Numbers.Uniform(5 * 45, seed: 1);
        float[] targets = Numbers.Uniform(5 * 7, seed: 2);
        float[] weight = network.Parameters[Weight].ToArray();
        float[] bias = network.Parameters[Bias].ToArray();
        StatisticsProbe probe = new(new NetworkStatistics(ReLULayer<From45To7>.Info));

        float loss = trainer.Inspect(inputs, targets, ref probe);

        Assert.Equal(weight, network.Parameters[Weight].ToArray());
        Assert.Equal(bias, network.Parameters[Bias].ToArray());
        Assert.Equal(0, trainer.StepCount);
        Assert.Equal(loss, trainer.Step(inputs, targets));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var trainer = new ReLULayer<From7To45>().CreateTrainer(new Descent(0.5f, stateCount: 2), Loss.MeanSquaredError, batchSize: 8);
        float[] inputs = Numbers.Uniform(8 * 7, seed: 1);
        float[] targets = Numbers.Uniform(8 * 45, seed: 2);
        trainer.Step(inputs, targets);
        trainer.Evaluate(inputs, targets);

        Assert.Equal(0, Allocations.FewestOf(() =>
        {
            trainer.Step(inputs, targets);
            trainer.Step(inputs.AsSpan(0, 21), targets.AsSpan(0, 135));
            trainer.Evaluate(inputs, targets);
        }));
    }

    private static void AssertRefused(float[] inputs, float[] targets, string message)
    {
        ReLULayer<From7To45> network = new();
        var trainer = network.CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 4);
        float[] before = network.Parameters[Weight].ToArray();

        var exception = Assert.Throws<ArgumentException>(() => trainer.Step(inputs, targets));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(message[..message.IndexOf(':', StringComparison.Ordinal)], exception.ParamName);
        Assert.Equal(before, network.Parameters[Weight].ToArray());
        Assert.Equal(0, trainer.StepCount);
        Assert.Equal(0, trainer.Optimizer.LastStep);
    }
}
