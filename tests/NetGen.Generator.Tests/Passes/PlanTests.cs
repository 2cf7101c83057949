namespace NetGen.Generator.Tests;

/// <summary>Memory: what lives together lies apart, and what does not shares space.</summary>
public sealed class PlanTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(300)]
    public void Prediction_works_in_two_buffers_whatever_the_depth(int depth) =>
        Assert.Equal(2 * Layout.RowStride(64), Schedule(depth, width: 64).PredictionMemory.PerRow);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(7, 33)]
    [InlineData(20, 257)]
    public void No_value_is_overwritten_while_it_is_needed(int depth, int width)
    {
        ScheduledNetwork network = Schedule(depth, width);
        Dictionary<int, int> offsets = network.StepMemory.Buffers.ToDictionary(static buffer => buffer.Value, static buffer => buffer.Offset);
        Dictionary<int, int> owners = [];
        Claim(network.Training.Graph.Input);
        foreach (KernelCall call in network.Step.All)
        {
            foreach (int value in call.Reads.Where(value => value != network.Training.OutputGradient))
                AssertOwned(value);
            foreach (int value in call.Writes)
                Claim(value);
            if (call.Result == network.Training.Graph.Output)
                Claim(network.Training.OutputGradient);
            AssertOwned(call.Result, unless: call.Kernel.Product == Product.WeightGradient);
        }

        void Claim(int value)
        {
            for (int place = 0; place < Length(value); place++)
                owners[offsets[value] + place] = value;
        }

        void AssertOwned(int value, bool unless = false)
        {
            for (int place = 0; !unless && place < Length(value); place++)
                Assert.Equal(value, owners[offsets[value] + place]);
        }

        int Length(int value)
        {
            Node node = network.Training.Graph[value];
            return node.Operation is Derivative ? Layout.Panels(node.Shape!.Width) : Layout.RowStride(node.Shape!.Width);
        }
    }

    [Fact]
    public void Parameters_start_at_cache_lines_and_do_not_overlap()
    {
        ScheduledNetwork network = Schedule(depth: 5, width: 45);
        int end = 0;
        foreach (StoredValue slot in network.Parameters.Slots)
        {
            Assert.Equal(0, slot.Offset % 16);
            Assert.True(slot.Offset >= end);
            end = slot.Offset + (int)network.Forward[slot.Value].Shape!.Count;
        }

        Assert.InRange(end, 1, network.Parameters.Length);
    }

    private static ScheduledNetwork Schedule(int depth, int width)
    {
        GeneratorRun run = GeneratorRun.Over($"using NetGen; [Mlp(Width = {width}, Depth = {depth}, Residual = true)] public partial class Net;");
        return NetworkCompiler.Schedule(run.Network, TestContext.Current.CancellationToken);
    }
}
