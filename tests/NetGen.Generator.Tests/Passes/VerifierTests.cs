namespace NetGen.Generator.Tests;

/// <summary>The verifier on networks drawn at random, and on what is wrong by one thing.</summary>
public sealed class VerifierTests
{
    private const string Source = """
        using NetGen;
        [Block, Linear(5), Tanh, LayerNorm] public class Inner;
        [Network(Input = 5, Length = 3), Repeat<Inner>(3, Residual = true), Dropout(0.1), Linear(2)] public partial class Net;
        """;

    public static TheoryData<int> Seeds => RandomGraphTests.Seeds;

    private static ScheduledNetwork Network =>
        ScheduledNetwork.Of(GeneratorRun.Over(Source).Network, TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_pass_leaves_what_the_next_one_counts_on(int seed) => RandomArchitectures.Prove(
        RandomArchitectures.Find(seed), static architecture => Verifier.VerifyPasses(RandomArchitectures.SpecOf(architecture)));

    [Fact]
    public void A_network_of_tokens_passes() => Verifier.VerifyPasses(GeneratorRun.Over(Source).Network);

    [Fact]
    public void A_value_that_is_used_before_it_is_there_is_found()
    {
        Graph graph = Network.Forward;
        Node[] nodes = [.. graph.Nodes];
        int last = nodes.Length - 1;
        nodes[last] = nodes[last] with { Inputs = nodes[last].Inputs.Select(_ => last).ToEquatableArray() };
        AssertFound(() => Verifier.VerifyGraph(graph with { Nodes = nodes.ToEquatableArray() }));
    }

    [Fact]
    public void A_shape_that_its_operation_does_not_make_is_found()
    {
        Graph graph = Network.Forward;
        Node[] nodes = [.. graph.Nodes];
        nodes[^1] = nodes[^1] with { Shape = Shape.Example(3, 3) };
        AssertFound(() => Verifier.VerifyGraph(graph with { Nodes = nodes.ToEquatableArray() }));
    }

    [Fact]
    public void A_parameter_without_a_gradient_is_found()
    {
        TrainingGraph training = Network.Training;
        AssertFound(() => Verifier.VerifyGradients(training with { Gradients = training.Gradients.Skip(1).ToEquatableArray() }));
    }

    [Fact]
    public void A_call_that_comes_too_early_is_found()
    {
        ScheduledNetwork network = Network;
        AssertFound(() => Verifier.VerifySchedule(network.Predicting, [.. network.Prediction.Reverse()], given: []));
    }

    [Fact]
    public void A_gradient_that_is_computed_twice_is_found()
    {
        ScheduledNetwork network = Network;
        Call weights = network.Step.Backward.First(static call => call.Parameters.Any());
        StepCalls twice = network.Step with { Backward = network.Step.Backward.Append(weights).ToEquatableArray() };
        AssertFound(() => Verifier.VerifyWeights(network.Training, twice));
    }

    [Fact]
    public void Two_values_in_one_place_are_found()
    {
        ScheduledNetwork network = Network;
        StoredValue[] buffers = [.. network.StepMemory.Buffers];
        buffers[1] = buffers[1] with { Offset = buffers[0].Offset };
        BufferPlan memory = network.StepMemory with { Buffers = buffers.ToEquatableArray() };
        AssertFound(() => Verifier.VerifyMemory(
            network.Training.Graph, memory, network.Step.All, network.Training.OutputGradient, network.Step.Forward.Count));
    }

    [Fact]
    public void A_slab_that_is_too_short_is_found()
    {
        ScheduledNetwork network = Network;
        BufferPlan memory = network.PredictionMemory with { PerRow = network.PredictionMemory.PerRow - 1 };
        AssertFound(() => Verifier.VerifyMemory(network.Predicting, memory, network.Prediction));
    }

    private static void AssertFound(Action verify) => Assert.IsAssignableFrom<Xunit.Sdk.IAssertionException>(Record.Exception(verify));
}
