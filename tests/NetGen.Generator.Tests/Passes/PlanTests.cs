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

    [Theory]
    [InlineData(1, 5, 5, Activation.ReLU)]
    [InlineData(7, 33, 300, Activation.LeakyReLU)]
    [InlineData(20, 257, 3, Activation.ReLU)]
    [InlineData(1, 5, 5, Activation.Gelu)]
    [InlineData(7, 33, 300, Activation.Tanh)]
    [InlineData(20, 257, 3, Activation.SiLU)]
    [InlineData(3, 64, 64, Activation.Identity)]
    public void No_value_is_overwritten_while_it_is_needed(int depth, int width, int output, Activation activation) =>
        Verifier.VerifyPasses(Spec(depth, width, output, activation));

    // Threads are at different kernels, each with rows of its own: what one writes may be in no row that another still reads.
    [Theory]
    [InlineData(7, 33, 300, Activation.LeakyReLU)]
    [InlineData(20, 257, 3, Activation.Gelu)]
    public void Rows_lie_in_the_same_place_for_all_values_that_share_memory(int depth, int width, int output, Activation activation)
    {
        ScheduledNetwork network = Schedule(depth, width, output, activation);
        Graph graph = network.Training.Graph;
        (int Start, int End)[] buffers =
            [.. network.TeamStepMemory.Buffers.Select(buffer => (buffer.Offset, buffer.Offset + Plan.LengthOf(graph[buffer.Value])))];
        foreach ((int start, int end) in buffers)
            Assert.All(buffers, other => Assert.True(other == (start, end) || other.End <= start || other.Start >= end));
    }

    private static ScheduledNetwork Schedule(int depth, int width, int output, Activation activation = Activation.ReLU) =>
        ScheduledNetwork.Of(Spec(depth, width, output, activation), TestContext.Current.CancellationToken);

    private static NetworkSpec Spec(int depth, int width, int output, Activation activation)
    {
        string sizes = $"Width = {width}, Depth = {depth}, Output = {output}";
        return GeneratorRun.Over(
            $"using NetGen; [Mlp({sizes}, Activation = Activation.{activation}, Residual = true)] public partial class Net;").Network;
    }
}
