namespace NetGen.Generator.Tests;

/// <summary>Memory: what lives together lies apart, and what does not shares space.</summary>
public sealed class PlanTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(300)]
    public void Prediction_works_in_two_buffers_whatever_the_depth(int depth) =>
        Assert.Equal(2 * Layout.RowStride(64), Schedule(depth, width: 64, output: 64).PredictionMemory.PerRow);

    // A probe may look after every kernel of the forward pass: what it sees is computed from the kernel's source into the observed buffer.
    // Threads that share a step are not watched, and compute gradients of weights last.
    [Theory]
    [InlineData(1, 5, 5, Activation.ReLU)]
    [InlineData(7, 33, 300, Activation.LeakyReLU)]
    [InlineData(20, 257, 3, Activation.ReLU)]
    [InlineData(1, 5, 5, Activation.GELU)]
    [InlineData(7, 33, 300, Activation.Tanh)]
    [InlineData(20, 257, 3, Activation.SiLU)]
    [InlineData(3, 64, 64, Activation.Identity)]
    public void No_value_is_overwritten_while_it_is_needed(int depth, int width, int output, Activation activation)
    {
        ScheduledNetwork network = Schedule(depth, width, output, activation);
        AssertNothingIsOverwritten(network, network.StepMemory, network.Step.Backward, observed: true);
        AssertNothingIsOverwritten(
            network, network.SharedStepMemory, [.. network.Step.BackwardData, .. network.Step.BackwardWeights], observed: false);
    }

    private static void AssertNothingIsOverwritten(ScheduledNetwork network, MemoryPlan memory, IEnumerable<Call> backward, bool observed)
    {
        const int Observed = -1;
        Graph graph = network.Training.Graph;
        Dictionary<int, int> offsets = memory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
        offsets.Add(Observed, memory.Observed);
        int[] owners = new int[memory.PerRow];
        Claim(graph.Input);
        foreach (KernelCall call in network.Step.Forward)
        {
            Run(call);
            if (observed)
                Claim(Observed);
            AssertOwned(call.Source);
            AssertOwned(call.Result);
        }

        Claim(network.Training.OutputGradient);
        AssertOwned(graph.Output);
        foreach (Call call in backward)
            Run(call);

        void Run(Call call)
        {
            foreach (int value in call.Reads)
                AssertOwned(value);
            foreach (int value in call.Writes)
                Claim(value);
            foreach (int value in call.Writes)
                AssertOwned(value);
        }

        void Claim(int value) => Buffer(value).Fill(value);

        void AssertOwned(int value) => Assert.False(Buffer(value).ContainsAnyExcept(value), $"{graph[value].Name} is overwritten.");

        Span<int> Buffer(int value) => owners.AsSpan(offsets[value], value == Observed ? Layout.RowStride(Widest()) : Length(graph[value]));

        int Widest() => graph.Layers.Max(layer => graph[layer.PreActivation].Shape!.Width);
    }

    // Threads are at different kernels, each with rows of its own: what one writes may be in no row that another still reads.
    [Theory]
    [InlineData(7, 33, 300, Activation.LeakyReLU)]
    [InlineData(20, 257, 3, Activation.GELU)]
    public void Rows_lie_in_the_same_place_for_all_values_that_share_memory(int depth, int width, int output, Activation activation)
    {
        ScheduledNetwork network = Schedule(depth, width, output, activation);
        Graph graph = network.Training.Graph;
        (int Start, int End)[] buffers = [.. network.SharedStepMemory.Buffers.Select(
            buffer => (buffer.Offset, buffer.Offset + Length(graph[buffer.Value])))];
        foreach ((int start, int end) in buffers)
            Assert.All(buffers, other => Assert.True(other == (start, end) || other.End <= start || other.Start >= end));
    }

    [Fact]
    public void Parameters_start_at_cache_lines_and_do_not_overlap()
    {
        ScheduledNetwork network = Schedule(depth: 5, width: 45, output: 45);
        int end = 0;
        foreach (StoredValue slot in network.Parameters.Slots)
        {
            Assert.Equal(0, slot.Offset % 16);
            Assert.True(slot.Offset >= end);
            end = slot.Offset + (int)network.Forward[slot.Value].Shape!.Count;
        }

        Assert.InRange(end, 1, network.Parameters.Length);
    }

    private static int Length(Node node) => node.Operation is Derivative { Function: PiecewiseLinear }
        ? Layout.Panels(node.Shape!.Width)
        : Layout.RowStride(node.Shape!.Width);

    private static ScheduledNetwork Schedule(int depth, int width, int output, Activation activation = Activation.ReLU)
    {
        GeneratorRun run = GeneratorRun.Over(
            $"using NetGen; [Mlp(Width = {width}, Depth = {depth}, Output = {output}, Activation = Activation.{activation}, "
            + "Residual = true)] public partial class Net;");
        return NetworkCompiler.Schedule(run.Network, TestContext.Current.CancellationToken);
    }
}
