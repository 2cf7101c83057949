namespace NetGen.Runtime.Tests;

public sealed class WholeTensorTests
{
    [Fact]
    public void An_optimizer_that_takes_parameters_whole_needs_a_method_for_them()
    {
        var trainer = new ReLULayer<From7To45>().CreateTrainer(new Unable(), Loss.MeanSquaredError, batchSize: 1);
        var exception = Assert.Throws<NotSupportedException>(() => trainer.Step(new float[7], new float[45]));
        Assert.Equal("Unable: expected a method UpdateWhole, because TakesWhole is true.", exception.Message);
    }

    [Fact]
    public void Scratch_that_no_array_holds_is_refused_by_the_name_of_the_parameter()
    {
        var exception = Assert.Throws<ArgumentException>(
            "optimizer", () => new ReLULayer<From7To45>().CreateTrainer(new Greedy(), Loss.MeanSquaredError, batchSize: 1));
        Assert.StartsWith(
            $"Greedy.ScratchLength of layers.0.linear.weight [45, 7]: expected 0 to {Array.MaxLength - 15} floats, got {long.MaxValue}.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_and_columns_go_there_and_back_and_spans_of_other_lengths_are_refused()
    {
        ReLULayer<From7To45> network = new();
        float[] weight = network.Parameters["layers.0.linear.weight"].ToArray();
        network.CreateTrainer(new Doubling(), Loss.MeanSquaredError, batchSize: 1).Step(new float[7], new float[45]);

        Assert.Equal(Array.ConvertAll(weight, static value => 2 * value), network.Parameters["layers.0.linear.weight"].ToArray());
    }

    private readonly struct Unable : IOptimizer
    {
        public static bool TakesWhole(ReadOnlySpan<int> shape) => true;

        public int StateCount => 0;

        public float LearningRate => 0;

        public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
        {
        }

        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
        {
        }
    }

    private readonly struct Greedy : IOptimizer
    {
        public static bool TakesWhole(ReadOnlySpan<int> shape) => true;

        public static long ScratchLength(ReadOnlySpan<int> shape) => long.MaxValue;

        public int StateCount => 0;

        public float LearningRate => 0;

        public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
        {
        }

        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
        {
        }
    }

    private readonly struct Doubling : IOptimizer
    {
        public static bool TakesWhole(ReadOnlySpan<int> shape) => true;

        public static long ScratchLength(ReadOnlySpan<int> shape) => 1000;

        public int StateCount => 0;

        public float LearningRate => 0;

        public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
        {
        }

        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
        {
        }

        public void UpdateWhole(WholeTensor tensor)
        {
            AssertRefuses("values", tensor, static tensor => tensor.Unpack(tensor.Parameters[1..], tensor.Scratch[..tensor.Count]));
            AssertRefuses("matrix", tensor, static tensor => tensor.Unpack(tensor.Parameters, tensor.Scratch));
            AssertRefuses("matrix", tensor, static tensor => tensor.Pack(tensor.Scratch, tensor.Parameters));
            AssertRefuses("values", tensor, static tensor => tensor.Pack(tensor.Scratch[..tensor.Count], tensor.Parameters[1..]));

            Span<float> matrix = tensor.Scratch[..tensor.Count];
            tensor.Unpack(tensor.Parameters, matrix);
            foreach (ref float value in matrix)
                value *= 2;
            tensor.Pack(matrix, tensor.Parameters);
        }

        private static void AssertRefuses(string argument, WholeTensor tensor, Action<WholeTensor> call)
        {
            ArgumentException? refusal = null;
            try
            {
                call(tensor);
            }
            catch (ArgumentException exception)
            {
                refusal = exception;
            }

            Assert.Equal(argument, refusal?.ParamName);
        }
    }
}
